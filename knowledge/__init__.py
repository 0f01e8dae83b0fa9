"""What ISAC knows: languages, needs, facts, articles, and how passages are found and cited."""
