"""Sentences that the service says by itself, in every language, and the words for days, lists and names in them."""
