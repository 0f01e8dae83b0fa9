# The copilot: what an agent can do next. Read by the agent.

copilot-action-book = Cercar cita: { $need }
copilot-action-change = Canviar la cita
copilot-action-cancel = Anul·lar la cita
copilot-action-send_link = Enviar l'enllaç: { $need }
copilot-action-calculate = Fer el compte: { $need }
copilot-action-transfer = Passar a la unitat que ho porta: { $need }
copilot-action-refer = Indicar qui ho porta: { $need }
