# The copilot: what an agent can do next. Read by the agent.

copilot-action-book = Buscar cita: { $need }
copilot-action-change = Cambiar la cita
copilot-action-cancel = Anular la cita
copilot-action-send_link = Enviar el enlace: { $need }
copilot-action-calculate = Hacer la cuenta: { $need }
copilot-action-transfer = Pasar a la unidad que lo lleva: { $need }
copilot-action-refer = Indicar quién lo lleva: { $need }
