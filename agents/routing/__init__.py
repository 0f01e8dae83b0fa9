"""Where a person goes: unit, channel, office and the reasons, from one function."""
