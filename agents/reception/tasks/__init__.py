"""A task in progress: booking, changing, cancelling, accepting an offer, leaving the list."""
