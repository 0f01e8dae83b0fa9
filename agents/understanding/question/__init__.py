"""What a question asks of its need, and what it tells of the person who asks."""
