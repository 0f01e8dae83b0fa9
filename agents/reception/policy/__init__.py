"""What to do with a turn: pure rules, carried out by the nodes."""
