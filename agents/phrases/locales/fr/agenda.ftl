# Rendez-vous dans l'agenda d'un autre service : visioconférence, et ce que l'on ne sait pas encore.

reply-check = Vérifier le rendez-vous

book-offers-video = Voici les premiers rendez-vous libres en visioconférence. Bureau : { $office }.
book-read-back-video = Je vous relis le rendez-vous : { $when }. Il aura lieu en visioconférence avec ce bureau : { $office }. Démarche : { $need }. Document : { $document }. Je le confirme ?
book-done-video = Rendez-vous confirmé : { $when }. Il aura lieu en visioconférence avec ce bureau : { $office }. Votre numéro de réservation est { $locator }. Gardez-le pour modifier ou annuler le rendez-vous.
book-room = À l'heure du rendez-vous, rejoignez la visioconférence par ce lien : { $link }
book-prepare = Ayez sous la main : { $documents }.

unsure-book = Je ne sais pas encore si le rendez-vous a été réservé : le service des rendez-vous ne me l'a pas confirmé. Ne le demandez pas une seconde fois. Écrivez-moi dans un instant et je vérifierai. Si vous préférez, je vous passe un conseiller.
unsure-change = Je ne sais pas encore si le rendez-vous a été modifié : le service des rendez-vous ne me l'a pas confirmé. Ne le modifiez pas une seconde fois. Écrivez-moi dans un instant et je vérifierai. Si vous préférez, je vous passe un conseiller.
unsure-cancel = Je ne sais pas encore si le rendez-vous a été annulé : le service des rendez-vous ne me l'a pas confirmé. Écrivez-moi dans un instant et je vérifierai. Si vous préférez, je vous passe un conseiller.
unsure-book-not-done = J'ai vérifié : le rendez-vous n'a pas été réservé.
unsure-change-not-done = J'ai vérifié : la modification n'a pas été faite. Votre rendez-vous reste inchangé.
unsure-cancel-not-done = J'ai vérifié : pour l'instant, le rendez-vous n'a pas été annulé.
change-cannot-move = Je ne peux pas transformer ce rendez-vous en un autre type de rendez-vous. Il reste inchangé. Si vous le souhaitez, annulez-le et demandez-en un autre.
summary-unsure = On ne sait pas si cela a été fait dans le service des rendez-vous. Il faut le vérifier : { $detail }.

page-video = En visioconférence
page-room = Lien de la visioconférence
