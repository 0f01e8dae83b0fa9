# The copilot: why it suggests nothing, for the agent.

copilot-nothing-asked = Nothing was asked.
copilot-own-file = What they ask depends on their file: look it up.
copilot-unclear = It is not clear what they ask: better to check with them.
copilot-unknown = No checked article says it.
copilot-unsure = What was found may not answer it.
copilot-danger = Somebody may be in danger: see to that person first.
