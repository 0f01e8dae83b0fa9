# The privacy, legal and accessibility pages. What names the administration comes from its own phrases; the terms, from the settings.

privacy-who = Qui traite vos données
privacy-purpose = Dans quel but
privacy-purpose-text = Pour vous répondre, vous donner un rendez-vous et vous mettre en relation avec une personne si vous le demandez. Elles ne servent pas à la publicité, et rien n'est décidé à votre sujet avec elles.
privacy-basis = Sur quelle base légale
privacy-time = Pendant combien de temps
privacy-time-text = La conversation est effacée { $minutes } minutes après votre dernier message. L'avis à une personne, { $handoff } jours après son traitement. Le téléphone et le courriel d'un rendez-vous, { $contact } jours après celui-ci. Le sujet de chaque conversation, appel, rendez-vous ou visite est conservé { $timeline } jours et, si vous avez dit qui vous êtes, un résumé sans numéro de document ni de téléphone. Ce qui reste à faire est réuni dans un dossier, avec ce qui a été promis et les notes de la personne qui s'en occupe, et conservé { $timeline } jours après son dernier changement. Les questions auxquelles nous ne savons pas répondre, ou que nous comprenons mal, sont conservées { $gap } jours, sans données personnelles, pour améliorer les réponses.
privacy-people = Qui les voit
privacy-people-text = Seulement la personne qui s'occupe de votre dossier, et seulement si vous demandez à parler à quelqu'un ou avez un rendez-vous. Elles ne sont transmises à personne d'autre, sauf si la loi l'exige.
privacy-browser = Dans votre navigateur
privacy-browser-text = Il n'y a pas de cookies et vous n'êtes pas suivi. Cet onglet garde la clé de votre conversation et ce que vous écrivez, jusqu'à sa fermeture ; le navigateur, la taille du texte et si vous voulez la lecture à voix haute.
privacy-rights = Vos droits
privacy-rights-text = Vous pouvez demander à voir vos données, à les corriger, à les effacer, à en limiter l'usage et à vous y opposer.
privacy-demo = Ceci est une installation de démonstration : n'écrivez pas de données réelles.
legal-owner = À qui appartient ce service
legal-value = Valeur des réponses
legal-value-text = Les réponses informent et citent leur source. Elles ne sont pas une décision et ne reconnaissent aucun droit. Si elles diffèrent du texte officiel, c'est le texte officiel qui vaut.
legal-robot = Qui répond
legal-robot-text = Un programme informatique répond, et il le dit. Vous pouvez parler à une personne à tout moment ; vous verrez alors son nom.
legal-appointments = Les rendez-vous
legal-appointments-text = Demander, modifier et annuler un rendez-vous est gratuit. Si vous n'y allez pas, annulez-le : il se libère pour quelqu'un d'autre.
legal-software = Le logiciel
legal-software-text = Ce service fonctionne avec ISAC, un logiciel libre : chacun peut lire comment il travaille.
access-aim = Pour qui
access-tested = Comment c'est vérifié
access-limits = Ce qui manque
access-complain = Si quelque chose ne fonctionne pas
