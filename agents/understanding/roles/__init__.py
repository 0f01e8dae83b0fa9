"""What an utterance does in a conversation between a citizen and an agent."""
