"""What agents made of the copilot's suggestions."""
