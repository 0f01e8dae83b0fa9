"""Answer units, and which of them a question asks for."""
