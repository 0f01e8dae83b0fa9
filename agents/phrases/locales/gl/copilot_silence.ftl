# The copilot: why it suggests nothing, for the agent.

copilot-nothing-asked = Non se preguntou nada.
copilot-own-file = O que pregunta depende do seu expediente: consúlteo.
copilot-unclear = Non queda claro que pregunta: convén aclaralo.
copilot-unknown = Ningún artigo comprobado o di.
copilot-unsure = O que se atopou non responde con seguridade.
copilot-danger = Pode haber alguén en perigo: atenda primeiro esa persoa.
