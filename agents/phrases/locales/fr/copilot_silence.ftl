# The copilot: why it suggests nothing, for the agent.

copilot-nothing-asked = Rien n'a été demandé.
copilot-own-file = La réponse dépend de son dossier : consultez-le.
copilot-unclear = On ne comprend pas bien ce qui est demandé : mieux vaut le préciser.
copilot-unknown = Aucun article vérifié ne le dit.
copilot-unsure = Il n'est pas sûr que ce qui a été trouvé réponde.
copilot-danger = Quelqu'un est peut-être en danger : occupez-vous-en d'abord.
