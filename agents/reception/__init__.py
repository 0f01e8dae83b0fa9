"""The conversation: a graph of one run a turn, its policy, its tasks and the state that it keeps."""
