"""Graders: pure functions from what happened to a verdict, so that saved runs can be graded again."""
