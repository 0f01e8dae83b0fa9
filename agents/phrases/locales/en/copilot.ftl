# The copilot: what an agent can do next. Read by the agent.

copilot-action-book = Find an appointment: { $need }
copilot-action-change = Move the appointment
copilot-action-cancel = Cancel the appointment
copilot-action-send_link = Send the link: { $need }
copilot-action-calculate = Work it out: { $need }
copilot-action-transfer = Put through to the unit in charge: { $need }
copilot-action-refer = Say who is in charge: { $need }
