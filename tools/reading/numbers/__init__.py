"""Numbers in words and digits, in six languages."""
