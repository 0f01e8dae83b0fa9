# The copilot: what an agent can do next, and why nothing is suggested. Read by the agent.

copilot-action-book = Buscar cita: { $need }
copilot-action-change = Cambiar la cita
copilot-action-cancel = Anular la cita
copilot-action-send_link = Enviar el enlace: { $need }
copilot-action-calculate = Hacer la cuenta: { $need }
copilot-action-transfer = Pasar a la unidad que lo lleva: { $need }
copilot-action-refer = Indicar quién lo lleva: { $need }
copilot-silent-nothing_asked = No se ha preguntado nada.
copilot-silent-own_file = Depende de su expediente.
copilot-silent-elsewhere = Lo lleva otro organismo.
copilot-silent-unclear = No está claro qué pregunta.
copilot-silent-unknown = No hay nada comprobado sobre esto.
copilot-silent-unsure = Nada responde con seguridad.
copilot-silent-danger = Puede haber peligro: atienda primero a la persona.
