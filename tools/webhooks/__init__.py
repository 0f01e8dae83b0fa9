"""Webhooks: other systems are told what happened, signed, in order for each citizen, again until they have it."""
