# The copilot: why it suggests nothing, for the agent.

copilot-nothing-asked = No s'ha preguntat res.
copilot-own-file = El que pregunta depèn del seu expedient: consulti'l.
copilot-unclear = No queda clar què pregunta: convé aclarir-ho.
copilot-unknown = Cap article comprovat no ho diu.
copilot-unsure = El que s'ha trobat no respon amb seguretat.
copilot-danger = Hi pot haver algú en perill: atengui primer aquesta persona.
