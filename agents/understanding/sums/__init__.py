"""What of their own a person wants worked out, and what they tell for it."""
