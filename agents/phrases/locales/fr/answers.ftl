# What stands around an answer from the articles: its sections, its limits, what is offered next.

aspect-what = Qu'est-ce que c'est ?
aspect-who = Qui peut le demander ?
aspect-requirements = Quelles sont les conditions ?
aspect-amount = Quel est le montant ?
aspect-deadlines = Quels sont les délais ?
aspect-how = Comment faire la demande ?
aspect-documents = Quels documents faut-il ?
aspect-after = Que se passe-t-il ensuite ?
aspect-mistakes = Quelles erreurs faut-il éviter ?
aspect-related = Quelles autres démarches existent ?

answer-not-decision = Je ne peux pas dire si vous y avez droit : c'est l'organisme qui le décide lorsqu'il étudie votre demande. Voici les informations générales.
answer-none = Je n'ai pas de source vérifiée pour répondre à cela et je ne veux pas vous donner une information fausse. Je peux vous mettre en relation avec un conseiller.
answer-partial = Une partie de ces informations n'est plus à jour et je ne l'affiche pas. Si vous en avez besoin, je vous mets en relation avec un conseiller.
answer-last-published = Là où je dis { $last }, c'est le dernier chiffre publié : celui de { $year } n'est pas encore publié.
answer-more = Voulez-vous savoir autre chose sur ce sujet : { $need } ?
answer-more-book = Voulez-vous savoir autre chose, ou que je cherche un rendez-vous ?
answer-own-case = Je ne peux pas voir votre dossier d'ici. Voici ce que vous pouvez faire pour le consulter.
answer-own-amount = Je ne peux ni voir ni calculer votre situation d'ici. Voici l'information générale.
answer-other-matter = Je n'ai pas encore d'informations vérifiées à ce sujet. Je peux vous mettre en relation avec un conseiller ou chercher un rendez-vous.
answer-for-other = Pour cette personne, voici les informations générales.
answer-conditions = D'après ce que vous m'avez dit ({ $conditions }), voici ce qui vous concerne.
answer-conditions-none = Pour ce cas ({ $conditions }), je n'ai pas de règles différentes : voici l'information générale.
answer-missing = Sur ce point précis, je n'ai pas d'information vérifiée. Voici ce que je peux vous dire.
answer-again = Comme je vous le disais :
answer-noted = J'en tiens compte : { $conditions }. Que voulez-vous savoir d'autre ?
answer-unsure = Je ne suis pas sûr que ce soit votre question. Voici ce que je sais sur ce sujet : { $need }.
answer-which = Est-ce cela, ou l'une de ces autres questions ? Sinon, dites-le-moi autrement.
answer-no-more = Je n'ai pas d'autre information vérifiée sur ce point, et je ne veux pas vous répéter la même chose.
answer-nearest = Je ne suis pas sûr de vous avoir compris. Voici ce que je sais de plus proche.
answer-said = Ce n'était peut-être pas votre question. Est-ce l'une de celles-ci ? Sinon, dites-le-moi autrement.
answer-apart = Je n'ai pas bien compris l'autre chose que vous demandez : posez-moi la question à part, s'il vous plaît.
answer-about = Sur ce sujet ({ $need }) :
answer-of-another = { $need } : { $question }
answer-as-of = Je vous réponds comme si nous étions le { $date }.
answer-as-of-part = Pour le reste, je n'ai pas de données vérifiées pour ce jour-là.
answer-as-of-none = Je n'ai pas de données vérifiées pour cette date : { $date }. Je peux vous dire ce qui est en vigueur aujourd'hui ou vous mettre en relation avec un conseiller.

need-understood = Votre question porte sur { $need }.
handled-by = L'organisme compétent est { $body }.
official-page = Je n'ai pas encore les détails vérifiés de cette démarche. Ils sont sur la page officielle : { $link }

offer-book = Voulez-vous que je cherche un rendez-vous ?
offer-person = Voulez-vous parler à un conseiller ?

not-decision = Je ne peux pas dire si vous y avez droit : c'est l'organisme qui le décide lorsqu'il étudie votre demande.
not-own-case = Je ne peux ni voir votre dossier ni calculer votre situation d'ici.

document-found = Ce n'est pas dans mes articles. Ce document le dit : « { $title } ».
document-language = Il est dans une autre langue ({ $autonym }) : je le copie tel quel.

condition-ask-territory = Dans quelle province habitez-vous ? Dans certaines, une autre administration s'en charge.
condition-ask-work = Dans lequel de ces cas êtes-vous ?
condition-age = { $number } ans
condition-contributed = { $time } de cotisation
condition-disability = handicap de { $number } %
condition-children = { $number ->
    [one] { $number } enfant
   *[other] { $number } enfants
}
condition-territory = { $place }
reply-how-computed = Comment arrive-t-on à ce calcul ?
sum-without = Sans cette donnée, je ne peux pas faire le calcul. Si vous la trouvez, donnez-la-moi et je le ferai.
sum-of-option =
    { $option } :
    { $text }
sum-yes = Oui. { $text }
sum-go-on = Revenons à votre calcul. { $question }
