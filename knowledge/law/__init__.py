"""The law itself: norms taken in from official texts, cut into articles and paragraphs, and found again."""
