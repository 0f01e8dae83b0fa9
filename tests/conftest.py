"""What holds for every test."""

from hypothesis import settings

# How long an example takes says something of the machine and of what else it does.
settings.register_profile("isac", deadline=None)
settings.load_profile("isac")
