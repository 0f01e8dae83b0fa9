"""Identities dictated by voice: made, heard by the transcriber and read."""
