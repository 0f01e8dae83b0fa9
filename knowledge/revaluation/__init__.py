"""New figures of a table: proposed by one person, approved by another, and only then written into the facts."""
