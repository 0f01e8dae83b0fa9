# What the reception says in any conversation: greetings, questions back, buttons. Facts are in the articles, with citations.

greeting-privacy = Pour vous aider, je traite les données que vous me donnez. N'écrivez pas de données de santé, de mots de passe ni de numéros de compte.
greeting-ask = Dites-moi avec vos mots ce dont vous avez besoin.
greeting-again = Bonjour. Comment puis-je vous aider ?

reply-person = Parler à une personne
reply-yes = Oui
reply-no = Non
reply-book = Prendre rendez-vous
reply-easier = Expliquez plus simplement
reply-go-on = Continuez
reply-other-dates = D'autres dates
reply-other-office = Un autre bureau
reply-cancel-booking = Je ne veux pas le rendez-vous
reply-no-locator = Je n'ai pas le numéro de réservation
reply-change-appointment = Modifier un rendez-vous
reply-cancel-appointment = Annuler un rendez-vous
reply-by-phone = Par téléphone
reply-by-person = En personne
reply-call-back = Être rappelé
reply-phone-booking = Prendre rendez-vous par téléphone
reply-waiting-list = Liste d'attente

clarify = De quoi voulez-vous parler : { $first } ou { $second } ?
confirm-need = S'agit-il de ceci : { $need } ?

not-understood = Désolé, je n'ai pas compris. Pouvez-vous le dire autrement ?
not-understood-again = Je ne vous comprends toujours pas bien. Voulez-vous que je vous passe un conseiller ?

empty = Je n'ai reçu aucun texte. Écrivez ce dont vous avez besoin.
too-long = Le message est très long et je n'en ai lu que le début. S'il manque quelque chose d'important, écrivez-le en messages plus courts.
insult = Je suis désolé de ne pas vous être utile. Je peux réessayer, ou un conseiller peut vous répondre. Voulez-vous lui parler ?
complaint = Je suis désolé que vous ayez eu à subir cela. Un conseiller peut recueillir votre réclamation. Voulez-vous lui parler ?
thanks = Je vous en prie. Avez-vous besoin d'autre chose ?
closing = Merci de nous avoir contactés. Bonne journée.
anything-else = Avez-vous besoin d'autre chose ?

language-switched = D'accord, continuons en français.
language-not-served = Je ne peux pas vous aider dans cette langue : continuons en français.

neighbour-aranese = Vous écrivez en aranais, que je ne parle pas encore ici : je vous réponds en catalan. Si vous préférez, demandez à parler à une personne.
nothing-to-repeat = Je ne vous ai encore rien dit que je puisse répéter. De quoi avez-vous besoin ?
for-other = D'accord, c'est pour une autre personne. Que voulez-vous savoir ?
about-what = Sur quelle démarche porte votre question ?

ack = D'accord. Si vous avez une autre question, écrivez-moi.

heard-unsafe = Est-ce que vous allez bien ? Si quelque chose ne va pas ou si vous préférez parler à quelqu'un, dites-le-moi et je préviens un conseiller tout de suite.
heard-grief = Je vous présente mes sincères condoléances.
heard-hardship = Je suis désolé que vous traversiez cela.
heard-worry = C'est naturel que cela vous inquiète.
heard-joy = J'en suis très heureux pour vous !
heard-despair = Je suis vraiment désolé que vous en soyez là. Si vous sentez que vous ne pouvez plus continuer, le 024 vous écoute à toute heure ; je peux aussi prévenir un conseiller.
heard-informal = Ici, nous vouvoyons tout le monde, par respect : je ne peux pas le changer.
heard-complaint = Je suis désolé pour ce désagrément.
heard-no_person = D'accord, continuons ici : la demande est faite, mais elle ne vous engage à rien.
heard-safe = Je suis soulagé de l'apprendre. L'alerte que j'ai donnée est maintenue.
heard-unanswered = Excusez-moi, je réessaie.
offer-unsafe = Dites-moi ce qui se passe : je suis là.
offer-grief = Quand vous voudrez, nous verrons pas à pas ce qu'il faut faire maintenant.
offer-hardship = Parlez-moi un peu de votre situation et je vous dirai quelles aides vous pouvez demander.
offer-worry = Dites-moi ce qui vous inquiète le plus et nous le verrons point par point.
offer-despair = Dites-moi ce qui est le plus urgent et nous le verrons pas à pas.
offer-informal = Vous pouvez me tutoyer. De quoi avez-vous besoin ?
offer-joy = Si vous avez besoin d'autre chose, je suis là.
offer-no_person = Que voulez-vous savoir ?
reply-safe = Il n'y a pas de danger, je veux demander autre chose
