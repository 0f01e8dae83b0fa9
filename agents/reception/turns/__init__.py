"""A turn: the state it reads, the draft it writes, and the result that is shown."""
