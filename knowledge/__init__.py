"""The knowledge of ISAC: languages, needs, facts, articles, and the search and citation of passages."""
