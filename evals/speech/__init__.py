"""Accuracy and latency of transcription."""
