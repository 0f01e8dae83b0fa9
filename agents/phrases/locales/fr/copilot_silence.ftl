# The copilot: why it suggests nothing, for the agent.

copilot-nothing-asked = Rien n'a été demandé.
copilot-own-file = La réponse dépend de son dossier : consultez-le.
copilot-unclear = La question n'est pas claire : mieux vaut la faire préciser.
copilot-unknown = Aucun article vérifié ne le dit.
copilot-unsure = Ce qui a été trouvé ne répond pas avec certitude.
copilot-danger = Quelqu'un est peut-être en danger : occupez-vous d'abord de cette personne.
