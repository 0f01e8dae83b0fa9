"""Places read in running text."""
