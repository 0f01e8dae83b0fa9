"""Which need a message names: what teaches it, the model, and what settles a close decision."""
