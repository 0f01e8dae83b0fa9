"""The nodes of the reception graph, one file each."""
