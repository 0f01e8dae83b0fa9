"""What a booking needs, read from a message: when, where, who and how."""
