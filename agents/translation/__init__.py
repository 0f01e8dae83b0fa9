"""What a citizen and an agent write to each other, in the language of the other."""
