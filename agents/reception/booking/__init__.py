"""The appointment dialogue: taking values in, finding what is missing, asking for it."""
