"""How well and how soon speech is written down."""
