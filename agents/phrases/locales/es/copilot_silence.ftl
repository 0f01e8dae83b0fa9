# The copilot: why it suggests nothing, for the agent.

copilot-nothing-asked = No se ha preguntado nada.
copilot-own-file = Lo que pregunta depende de su expediente: consúltelo.
copilot-unclear = No queda claro qué pregunta: conviene aclararlo.
copilot-unknown = Ningún artículo comprobado lo dice.
copilot-unsure = Lo encontrado no responde con seguridad.
copilot-danger = Puede haber alguien en peligro: atienda primero a esa persona.
