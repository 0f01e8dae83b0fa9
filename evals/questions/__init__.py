"""Accuracy of understanding on questions that nobody taught: needs, bodies, scope, language, confidence."""
