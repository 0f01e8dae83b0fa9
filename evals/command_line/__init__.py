"""What `isac eval`, `isac bench` and `isac train` do."""
