"""The summary of a conversation between a citizen and an agent: its reason, what came of it, and what is pending."""
