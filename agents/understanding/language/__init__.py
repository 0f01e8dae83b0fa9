"""Which of the six languages a message is in, and in which it asks to be answered."""
