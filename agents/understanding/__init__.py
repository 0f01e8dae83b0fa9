"""Reading one turn: language, need, acts and slots."""
