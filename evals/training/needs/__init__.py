"""Tuning the encoder that tells needs apart, and its worth on sentences held out.

Needs the extra ``other-encoders``.
"""
