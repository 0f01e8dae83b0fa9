"""What the agents can do: appointments, places, identifiers, privacy and the store they write to."""
