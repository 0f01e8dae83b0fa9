"""The nodes of the reception graph; the first two share a file, and so do the last two."""
