# The copilot: why it suggests nothing, for the agent.

copilot-nothing-asked = Non se preguntou nada.
copilot-own-file = O que pregunta depende do seu expediente: consúlteo.
copilot-unclear = Non queda claro que pregunta: convén aclaralo.
copilot-unknown = Ningún artigo comprobado o di.
copilot-unsure = O atopado non é seguro que responda.
copilot-danger = Pode haber alguén en perigo: aténdao antes ca nada.
