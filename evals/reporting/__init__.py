"""Reports of what the suites measured: in the terminal, and as the generated page of results."""
