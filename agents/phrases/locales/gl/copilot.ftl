# The copilot: what an agent can do next, and why nothing is suggested. Read by the agent.

copilot-action-book = Buscar cita: { $need }
copilot-action-change = Cambiar a cita
copilot-action-cancel = Anular a cita
copilot-action-send_link = Enviar a ligazón: { $need }
copilot-action-calculate = Facer a conta: { $need }
copilot-action-transfer = Pasar á unidade que o leva: { $need }
copilot-action-refer = Indicar quen o leva: { $need }
copilot-silent-nothing_asked = Non se preguntou nada.
copilot-silent-own_file = Depende do seu expediente.
copilot-silent-elsewhere = Lévao outro organismo.
copilot-silent-unclear = Non está claro que pregunta.
copilot-silent-unknown = Non hai nada comprobado sobre isto.
copilot-silent-unsure = Nada responde con seguridade.
copilot-silent-danger = Pode haber perigo: atenda primeiro a persoa.
