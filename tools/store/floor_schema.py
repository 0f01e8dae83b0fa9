"""The tables of hand-offs and of agents at work."""
