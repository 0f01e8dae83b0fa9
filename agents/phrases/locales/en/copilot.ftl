# The copilot: what an agent can do next, and why nothing is suggested. Read by the agent.

copilot-action-book = Find an appointment: { $need }
copilot-action-change = Move the appointment
copilot-action-cancel = Cancel the appointment
copilot-action-send_link = Send the link: { $need }
copilot-action-calculate = Work it out: { $need }
copilot-action-transfer = Put through to the unit in charge: { $need }
copilot-action-refer = Say who is in charge: { $need }
copilot-silent-nothing_asked = Nothing was asked.
copilot-silent-own_file = It depends on their file.
copilot-silent-elsewhere = Another body is in charge.
copilot-silent-unclear = It is not clear what is asked.
copilot-silent-unknown = There is nothing checked about this.
copilot-silent-unsure = Nothing answers this for sure.
copilot-silent-danger = There may be danger: see to the person first.
