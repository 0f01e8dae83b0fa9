"""The conversation: understanding a turn, the reception graph and its phrases."""
