# The copilot: what an agent can do next. Read by the agent.

copilot-action-book = Chercher un rendez-vous : { $need }
copilot-action-change = Modifier le rendez-vous
copilot-action-cancel = Annuler le rendez-vous
copilot-action-send_link = Envoyer le lien : { $need }
copilot-action-calculate = Faire le calcul : { $need }
copilot-action-transfer = Transférer au service compétent : { $need }
copilot-action-refer = Indiquer qui s'en charge : { $need }
