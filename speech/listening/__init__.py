"""Sound to words: utterances are found, read by Whisper, and read again until their words stay."""
