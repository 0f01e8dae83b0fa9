"""Days and times as people say them, in six languages."""
