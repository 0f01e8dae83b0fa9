"""What measures the copilot and the summary: marked dialogues, simple summaries to compare with, confidence."""
