"""The copilot: what an agent may say, ask and do next, and what was said wrong, while a citizen is talking."""
