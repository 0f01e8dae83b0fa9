# Handing over to a person: what the citizen is told, and the words of the packet that the agent reads.

handoff-asked = Je vous mets en relation avec un conseiller. Il verra cette conversation et un résumé de votre situation, pour que vous n'ayez pas à la répéter.
handoff-not_understood = Je n'arrive pas à vous comprendre et je ne veux pas vous faire perdre de temps. Je vous mets en relation avec un conseiller, qui verra cette conversation et un résumé de votre situation.
handoff-no_answer = Je vous mets en relation avec un conseiller, qui verra cette conversation et un résumé de votre situation.
handoff-complaint = Je vous mets en relation avec un conseiller, qui recueillera votre réclamation.
handoff-failure = Quelque chose n'a pas fonctionné de notre côté et je n'ai pas pu terminer. Je vous mets en relation avec un conseiller, qui verra cette conversation et un résumé de votre situation.
handoff-crisis = Ce que vous traversez est très dur. Vous n'avez pas à y faire face sans aide. Appelez maintenant le 024, qui répond aux personnes en risque suicidaire à toute heure, ou le 112 en cas de danger. Je vous mets en relation avec un conseiller.
handoff-violence = Votre sécurité passe avant tout. Le 016 répond à toute heure en cas de violence de genre et n'apparaît pas sur la facture de téléphone ; en cas de danger, appelez le 112. Je vous mets en relation avec un conseiller.
handoff-emergency = En cas de danger, appelez maintenant le 112. Je vous mets en relation avec un conseiller.
handoff-lines = Le 024 répond aux personnes en risque suicidaire et le 016 aux victimes de violence de genre, à toute heure.
handoff-reference = Votre référence est { $reference }.
handoff-already = Votre dossier attend déjà qu'un conseiller le prenne en charge. Votre référence est { $reference }.
handoff-here = Dès qu'il aura pris votre dossier, ce conseiller vous écrira ici, dans cette conversation. En attendant, je peux continuer à vous aider.
handoff-wait = { $minutes ->
    [one] L'attente est en ce moment d'une minute environ.
   *[other] L'attente est en ce moment de { $minutes } minutes environ.
}
handoff-order = Je ne peux pas vous dire l'heure : chacun passe à son tour, les urgences d'abord.
handoff-hours = Personne ne peut vous répondre en ce moment. Les conseillers reviennent le { $when }.
handoff-call-back = Si vous préférez, je peux demander que l'on vous rappelle. Voulez-vous être rappelé ?
handoff-phone-booking = Si vous préférez être appelé, je peux vous donner un rendez-vous téléphonique.
handoff-when = Votre dossier attend qu'un conseiller le prenne.
handoff-hurry = Si vous êtes pressé, demandez-moi quel numéro appeler. Votre référence est { $reference }.

person-joined = Une personne vous répond maintenant : { $name }. Tant qu'elle est là, je n'écris pas.
person-calls = Un conseiller vous appelle maintenant : { $name }. Si vous écrivez ici, il le lit aussi.
person-translated = Cette personne écrit dans une autre langue : { $autonym }. Vous verrez aussi vos messages traduits par une machine, qui peut se tromper.
person-not-translated = Cette personne écrit dans une autre langue : { $autonym }. Il n’y a pas de traducteur ici. Si vous ne la comprenez pas, demandez quelqu’un qui parle votre langue.
person-returned = { $name } a terminé. C'est de nouveau moi, l'assistant. Dites-moi s'il vous faut autre chose.
person-closed = { $name } a terminé. S'il vous faut autre chose, écrivez-moi : c'est moi, l'assistant, qui vous répondrai.
person-left = { $name } ne continue pas : une autre personne prendra le relais et vous écrira ici. Votre dossier est parmi les premiers. En attendant, moi, l'assistant, je peux vous aider.

care-crisis = Je reste avec vous. J'ai prévenu les conseillers, en urgence : ils vous écriront ici dès qu'ils pourront. N'attendez pas : appelez le 024 ou le 112, où l'on répond à toute heure.
care-violence = Je reste avec vous. J'ai prévenu les conseillers, en urgence : ils vous écriront ici dès qu'ils pourront. En cas de danger immédiat, appelez le 112 ; au 016, on vous écoute à toute heure.
care-emergency = Si le danger continue, appelez maintenant le 112 : n'attendez pas ici. J'ai prévenu les conseillers, en urgence.
care-over = Je suis soulagé de l'apprendre. L'alerte que j'ai donnée est maintenue. Dites-moi comment je peux vous aider.

summary-reason = Motif : { $reason }.
summary-need = Besoin : { $need }.
summary-language = Langue : { $autonym }.
summary-said = La personne a dit : « { $text } ».
summary-booking = Elle prenait rendez-vous : { $detail }.
summary-appointment = Rendez-vous de cette conversation : { $detail }.
summary-other = Elle se renseigne pour une autre personne.
summary-conditions = A dit de sa situation : { $conditions }.
summary-unsure = On ne sait pas si cela a été fait dans le service des rendez-vous. Il faut le vérifier : { $detail }.

reason-asked = demande à parler à une personne
reason-not_understood = l'assistant ne l'a pas comprise
reason-no_answer = il n'y a pas de réponse vérifiée
reason-crisis = signes de risque suicidaire
reason-violence = signes de violence de genre
reason-emergency = signes d'urgence
reason-failure = panne technique
reason-complaint = veut faire une réclamation
reason-call_back = demande à être rappelée
