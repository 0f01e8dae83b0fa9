# The copilot: what an agent can do next, and why nothing is suggested. Read by the agent.

copilot-action-book = Chercher un rendez-vous : { $need }
copilot-action-change = Changer le rendez-vous
copilot-action-cancel = Annuler le rendez-vous
copilot-action-send_link = Envoyer le lien : { $need }
copilot-action-calculate = Faire le calcul : { $need }
copilot-action-transfer = Transmettre à l'unité compétente : { $need }
copilot-action-refer = Indiquer qui s'en charge : { $need }
copilot-silent-nothing_asked = Rien n'a été demandé.
copilot-silent-own_file = Cela dépend de son dossier.
copilot-silent-elsewhere = Un autre organisme s'en charge.
copilot-silent-unclear = On ne sait pas bien ce qui est demandé.
copilot-silent-unknown = Il n'y a rien de vérifié à ce sujet.
copilot-silent-unsure = Rien ne répond avec certitude.
copilot-silent-danger = Il y a peut-être un danger : occupez-vous d'abord de la personne.
