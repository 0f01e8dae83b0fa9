# Courriels de la liste d'attente et des rendez-vous. Ils partent d'eux-mêmes ; les nombres et les dates viennent des données.

notice-greeting = Bonjour,
notice-code = Code sur la liste : { $code }
notice-office = Bureau : { $office }
notice-closing = Ce message est automatique ; merci de ne pas y répondre. La liste d'attente et le rendez-vous sont gratuits : personne ne peut vous les faire payer.
notice-how-in-person = Rendez-vous au bureau
notice-how-phone = Rendez-vous par téléphone
notice-how-video = Rendez-vous en visioconférence
notice-waiting-joined-subject = Vous êtes sur la liste d'attente
notice-waiting-joined = Vous êtes sur la liste d'attente. Votre place dans la file est : { $position }. Dès qu'il y aura un horaire pour vous, nous vous le garderons et nous vous préviendrons par courriel. Vous pouvez consulter votre place ou quitter la liste avec ce code et votre pièce d'identité.
notice-waiting-offer-subject = Nous vous gardons un rendez-vous : { $when }
notice-waiting-offer = Un horaire est libre et c'est votre tour : { $when }. Nous vous le gardons jusqu'à ce moment : { $until }. Pour l'accepter, utilisez ce code et votre pièce d'identité là où vous vous êtes inscrit sur la liste. Sans réponse de votre part, il passera à la personne suivante.
notice-waiting-missed-subject = Le rendez-vous que nous vous gardions est passé à une autre personne
notice-waiting-missed = Vous n'avez pas accepté à temps l'horaire que nous vous gardions : il est passé à la personne suivante. Vous restez sur la liste, désormais à la fin, avec le même code.
notice-waiting-closed-subject = Vous n'êtes plus sur la liste d'attente
notice-waiting-closed = Vous n'avez pas accepté à temps les horaires que nous vous avons gardés : vous n'êtes donc plus sur la liste d'attente. Vous pouvez vous y réinscrire quand vous le souhaitez.
notice-locator = Numéro de réservation : { $code }
notice-reason = Motif : { $reason }
notice-appointment-closing = Ce message est automatique ; merci de ne pas y répondre. Le rendez-vous est gratuit : personne ne peut vous le faire payer.
notice-appointment-booked-subject = Votre rendez-vous est confirmé : { $when }
notice-appointment-booked = Nous n'avons pas pu vous dire sur le moment si le rendez-vous avait été pris. Nous le savons maintenant : il est confirmé pour ce moment : { $when }. Avec le numéro de réservation et votre pièce d'identité, vous pouvez le consulter, le modifier ou l'annuler.
notice-appointment-moved-subject = Votre rendez-vous a changé : { $when }
notice-appointment-moved = Votre rendez-vous a changé. Avant : { $before }. Maintenant : { $when }. Le numéro de réservation est le même. Si vous ne pouvez pas venir, modifiez-le ou annulez-le avec le numéro de réservation et votre pièce d'identité.
notice-appointment-closed-subject = Le bureau sera fermé le jour de votre rendez-vous, qui est déplacé : { $when }
notice-appointment-closed = Le bureau sera fermé le jour de votre rendez-vous ; nous l'avons donc déplacé à l'horaire libre le plus proche. Avant : { $before }. Maintenant : { $when }. Le numéro de réservation est le même. Si cela ne vous convient pas, modifiez-le ou annulez-le avec le numéro de réservation et votre pièce d'identité.
notice-appointment-cancelled-subject = Votre rendez-vous est annulé : { $when }
notice-appointment-cancelled = Le rendez-vous que vous aviez à cette heure est annulé : { $when }. Vous n'avez rien d'autre à faire. Vous pouvez demander un autre rendez-vous quand vous le souhaitez.
