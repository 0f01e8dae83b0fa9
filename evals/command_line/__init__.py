"""The commands `isac eval`, `isac bench` and `isac train`."""
