"""What a person is told about a question, with its citations, from one function."""
