"""Search by day over the articles and added documents, and over anyone's corpus of texts."""
