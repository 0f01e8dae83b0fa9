"""The summary of a conversation between a citizen and an agent: what it was about, what came of it, and whose turn it is."""
