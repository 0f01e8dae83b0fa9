# The copilot: what an agent can do next. Read by the agent.

copilot-action-book = Buscar cita: { $need }
copilot-action-change = Cambiar a cita
copilot-action-cancel = Anular a cita
copilot-action-send_link = Enviar a ligazón: { $need }
copilot-action-calculate = Facer a conta: { $need }
copilot-action-transfer = Pasar á unidade que o leva: { $need }
copilot-action-refer = Indicar quen o leva: { $need }
