# What the service says of this administration.

gaps-why-out-of-scope = Ne semble pas concerner la Sécurité sociale
page-body = Sécurité sociale
page-ics-summary = Rendez-vous à la Sécurité sociale
problem-no-appointment-needed-do = Vous pouvez vous rendre sans rendez-vous dans n'importe quel bureau de la Trésorerie générale de la Sécurité sociale (TGSS).
greeting = Bonjour, je suis l'assistant automatique de la Sécurité sociale espagnole : un programme informatique, pas une personne. Je donne des informations et des rendez-vous, mais je ne décide pas de vos droits. Vous pouvez demander à tout moment à parler à une personne.
answer-other-body = La Sécurité sociale ne s'occupe pas de cela. L'organisme compétent est { $body }.
out-of-scope = Je ne peux pas vous renseigner à ce sujet. Je traite les questions de Sécurité sociale : pensions, prestations, affiliation, cotisations et rendez-vous.
injection = Je ne suis pas d'instructions sur mon fonctionnement. Dites-moi ce que vous attendez de la Sécurité sociale.
