"""What a message does in a conversation about an appointment, read in the step where it is said."""
