"""Other people's documents: read from disk or the web, cut into passages, kept beside our articles."""
