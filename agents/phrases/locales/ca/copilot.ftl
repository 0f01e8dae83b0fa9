# The copilot: what an agent can do next, and why nothing is suggested. Read by the agent.

copilot-action-book = Cercar cita: { $need }
copilot-action-change = Canviar la cita
copilot-action-cancel = Anul·lar la cita
copilot-action-send_link = Enviar l'enllaç: { $need }
copilot-action-calculate = Fer el compte: { $need }
copilot-action-transfer = Passar a la unitat que ho porta: { $need }
copilot-action-refer = Indicar qui ho porta: { $need }
copilot-silent-nothing_asked = No s'ha preguntat res.
copilot-silent-own_file = Depèn del seu expedient.
copilot-silent-elsewhere = Ho porta un altre organisme.
copilot-silent-unclear = No està clar què pregunta.
copilot-silent-unknown = No hi ha res comprovat sobre això.
copilot-silent-unsure = Res no respon amb seguretat.
copilot-silent-danger = Hi pot haver perill: atengui primer la persona.
