"""The tools of the agents: appointments, places, identifiers, privacy and the store they write to."""
