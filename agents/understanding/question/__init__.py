"""The question about a need, and the conditions of the person who asks."""
