# Booking, changing and cancelling an appointment: questions, offers, read-backs, results, and results not known yet.

back-to-booking = Reprenons votre rendez-vous.

book-ask-need = Pour quelle démarche avez-vous besoin d'un rendez-vous ?
book-general = D'accord, je vous cherche un rendez-vous général : vous direz là-bas pour quoi c'est.
book-ask-place = Dans quelle commune ou quel code postal voulez-vous le rendez-vous ?
book-place-unknown = Je ne trouve pas ce code postal. Il a cinq chiffres. Pouvez-vous le répéter, ou me dire la commune ?
book-no-office = Dans cette province, il n'y a pas de bureau pour cette démarche. Voulez-vous une autre province ?
book-town-without-office = Il n'y a pas de bureau pour cette démarche dans cette commune : { $town }. Je cherche dans celui-ci : { $office }.
book-town-nearest-offices = Il n'y a pas de bureau pour cette démarche dans cette commune : { $town }. Je cherche dans celui-ci : { $office }, à environ { $km } km à vol d'oiseau. L'autre plus proche est celui-ci : { $other }, à environ { $otherkm } km.
book-walk-in = Pour cette démarche, il n'y a pas besoin de rendez-vous : vous pouvez aller directement au bureau.
book-not-needed = Cette démarche se fait en ligne, sans rendez-vous. Voici comment.
book-offers = Voici les premiers rendez-vous libres. Démarche : { $need }. Lieu : { $office }.
book-offers-phone = Voici les premiers rendez-vous téléphoniques libres. Démarche : { $need }. Bureau : { $office }.
book-offer = { $number }. { $when }
book-choose = Lequel préférez-vous ? Vous pouvez aussi me dire un autre jour.
book-no-slots = Il n'y a pas de rendez-vous libre à ces dates. Bureau : { $office }. Donnez-moi une autre date, si vous voulez.
book-no-slots-range = Il n'y a pas de rendez-vous libre à ces dates. Bureau : { $office }. Voici les plus proches :
book-no-slots-morning = Ici, il n'y a pas de rendez-vous le matin ({ $office }). Voici ceux qu'il y a :
book-no-slots-afternoon = Ici, il n'y a pas de rendez-vous l'après-midi ({ $office }). Voici ceux qu'il y a :
book-no-slots-time = À cette heure-là, il n'y a pas de rendez-vous libre ({ $office }). Voici les plus proches :
book-too-far = À ces dates, on ne peut pas encore prendre rendez-vous : c'est possible jusqu'au { $until } ({ $office }). Voici les derniers qu'il y a :
book-date-past = Cette date est déjà passée. Quel autre jour vous convient ?
book-date-closed = Ce jour-là, le bureau est fermé. Voici les rendez-vous les plus proches :
book-when-unread = Je n'ai pas compris quand cela vous convient (« { $words } »). Dites-moi le jour ou l'heure autrement, s'il vous plaît.
book-noted = C'est noté.
book-say-which = Lequel ? Dites-moi le numéro, ou le jour et l'heure.
book-slot-taken = Ce rendez-vous vient d'être pris. Ceux-ci sont encore libres :
book-hold-expired = Le délai pour confirmer est passé et je ne garde plus ce rendez-vous. Voici ceux qui sont libres maintenant :
book-kept = Je vous garde ce rendez-vous : { $when }. Lieu : { $office } ({ $address }).
book-kept-phone = Je vous garde ce rendez-vous par téléphone : { $when }. Ce bureau vous appellera : { $office }.
book-kept-video = Je vous garde ce rendez-vous en visioconférence : { $when }. Bureau : { $office }.
book-needs-document = Pour le réserver, il me faut votre DNI ou NIE, avec la lettre, ou votre passeport.
book-needs-document-other = Pour le réserver, il me faut le DNI ou NIE de la personne qui viendra au rendez-vous, avec la lettre, ou son passeport.
book-needs-passport = Pour le réserver, dites-moi le numéro de votre passeport, avec ses lettres s'il en a.
book-needs-passport-other = Pour le réserver, dites-moi le numéro du passeport de la personne qui viendra au rendez-vous, avec ses lettres s'il en a.
book-document-invalid = La lettre ne correspond pas au numéro. Pouvez-vous vérifier, s'il vous plaît ?
book-document-repair = La lettre ne correspond pas au numéro. Vérifiez si le vôtre est : { $documents }. Sinon, redites-le-moi en entier, s'il vous plaît.
book-document-part = Ce n'est qu'une partie du document. Dites-le-moi en entier, avec la lettre, s'il vous plaît.
book-refused-document = Le service des rendez-vous n'accepte pas ce document.
book-refused-phone = Le service des rendez-vous n'accepte pas ce numéro de téléphone.
book-refused-email = Le service des rendez-vous n'accepte pas cette adresse électronique. Je peux réserver sans adresse, ou donnez-m'en une autre.
book-made-before = Le rendez-vous avait déjà été réservé, avec les informations d'avant. Si vous en avez corrigé une, demandez à parler à un conseiller.
book-ask-phone = À quel numéro de téléphone devons-nous vous appeler ?
book-read-back = Je vous relis le rendez-vous : { $when }. Lieu : { $office }. Démarche : { $need }. Document : { $document }. Je le confirme ?
book-read-back-phone = Je vous relis le rendez-vous : { $when }. Ce bureau vous appellera : { $office }. Téléphone : { $phone }. Démarche : { $need }. Document : { $document }. Je le confirme ?
book-what-change = D'accord, je ne le confirme pas. Dites-moi ce que vous voulez changer : la démarche, le jour, l'heure ou le lieu.
book-done = Rendez-vous confirmé : { $when }. Lieu : { $office }. Votre numéro de réservation est { $locator }. Gardez-le pour modifier ou annuler le rendez-vous.
book-done-phone = Rendez-vous confirmé : { $when }. Ce bureau vous appellera : { $office }. Votre numéro de réservation est { $locator }. Gardez-le pour modifier ou annuler le rendez-vous.
book-bring = Apportez : { $documents }.
book-free = Le rendez-vous est gratuit. Méfiez-vous de ceux qui le vendent.
book-already = Il y a déjà un rendez-vous actif avec ce document pour cette démarche. Vous pouvez le modifier ou l'annuler avec son numéro de réservation.
book-abandoned = D'accord, je ne réserve rien.
book-none = Cette démarche ne donne pas lieu à un rendez-vous.
book-for-other = D'accord, le rendez-vous est pour une autre personne.
book-channel-none = Pour cette démarche, il n'y a pas de rendez-vous de ce type.
book-maybe-online = Vous n'avez peut-être pas besoin de rendez-vous, car vous pouvez aussi le faire en ligne :
book-papers = Pour que votre visite ne soit pas inutile, apportez ce jour-là : { $documents }. S'il vous manque encore quelque chose, je peux chercher un jour plus tard.
book-else-office = Je peux aussi chercher dans un autre bureau.
book-else-phone = Il y a aussi des rendez-vous par téléphone.
book-else-person = Il y a aussi des rendez-vous sur place.
book-else-waiting-list = Et je peux vous inscrire sur la liste d'attente, pour vous écrire si un rendez-vous se libère.
book-offers-video = Voici les premiers rendez-vous libres en visioconférence. Démarche : { $need }. Bureau : { $office }.
book-read-back-video = Je vous relis le rendez-vous : { $when }. Il aura lieu en visioconférence avec ce bureau : { $office }. Démarche : { $need }. Document : { $document }. Je le confirme ?
book-done-video = Rendez-vous confirmé : { $when }. Il aura lieu en visioconférence avec ce bureau : { $office }. Votre numéro de réservation est { $locator }. Gardez-le pour modifier ou annuler le rendez-vous.
book-room = À l'heure du rendez-vous, rejoignez la visioconférence par ce lien : { $link }
book-prepare = Ayez sous la main : { $documents }.

locator-ask = Dites-moi le numéro de réservation et votre DNI ou NIE. Si vous voulez un nouveau rendez-vous, dites-le-moi.
locator-ask-locator = Dites-moi le numéro de réservation : il a huit lettres et chiffres.
locator-ask-document = Maintenant, dites-moi votre DNI ou NIE, avec la lettre, ou votre passeport.
locator-not-found = Je ne trouve pas de rendez-vous actif avec ce numéro de réservation et ce document. Pouvez-vous les vérifier, s'il vous plaît ?
locator-lost = Sans le numéro de réservation, je ne peux pas voir le rendez-vous d'ici. Un conseiller peut vous aider. Voulez-vous lui parler ?
locator-ask-document-other = Maintenant, dites-moi le DNI ou NIE de la personne qui a le rendez-vous, avec la lettre, ou son passeport.
locator-ask-passport-other = Maintenant, dites-moi le numéro du passeport de la personne qui a le rendez-vous, avec ses lettres s'il en a.
locator-ask-passport = Maintenant, dites-moi le numéro de votre passeport, avec ses lettres s'il en a.

change-current = Votre rendez-vous : { $when }. Lieu : { $office }. Pour quel jour voulez-vous le changer ?
change-read-back = Je change votre rendez-vous. Actuel : { $before }. Nouveau : { $when }. Lieu : { $office }. Je confirme ?
change-done = Rendez-vous modifié : { $when }. Lieu : { $office }. Votre numéro de réservation reste { $locator }.
change-abandoned = D'accord, votre rendez-vous reste comme il était.
change-cannot-move = Je ne peux pas transformer ce rendez-vous en un autre type de rendez-vous. Il reste inchangé. Si vous le souhaitez, annulez-le et demandez-en un autre.

appointment-made = Votre rendez-vous a déjà été confirmé. Si vous avez besoin d'autre chose, dites-le-moi.

cancel-read-back = Je vais annuler votre rendez-vous : { $when }. Lieu : { $office }. Je confirme ?
cancel-done = Votre rendez-vous est annulé. Merci de nous avoir prévenus : il sera libre pour quelqu'un d'autre.
cancel-abandoned = D'accord, votre rendez-vous est maintenu.

when = { $date }, à { $time }
when-canary = { $date }, à { $time } (heure des Canaries)

person-unavailable = Le service des rendez-vous ne répond pas en ce moment. Rien n'a été réservé ni modifié. Je vous mets en relation avec un conseiller.
person-ask = Dites-moi le DNI ou NIE de la personne qui a le rendez-vous et le téléphone indiqué lors de la réservation. Si aucun téléphone n'a été indiqué, dites-le-moi. Si vous retrouvez le numéro de réservation, il convient aussi.
person-ask-phone = Quel numéro de téléphone avez-vous donné en prenant le rendez-vous ? Si vous n'en avez pas donné, dites-le-moi.
person-not-found = Je ne trouve pas de rendez-vous actif avec ce document et ce téléphone. Pouvez-vous les vérifier, s'il vous plaît ? Si aucun téléphone n'a été indiqué, dites-le-moi.
person-too-many-finds = Par mesure de sécurité, je ne peux plus rechercher pour le moment un rendez-vous avec le document et le téléphone. Vous pouvez réessayer plus tard, me donner le numéro de réservation ou parler à un conseiller.
person-which = Vous avez plusieurs rendez-vous. Lequel ?
visit-ask = Sans téléphone, je peux le chercher autrement. Dites-moi le document de la personne qui a le rendez-vous, quel jour il a lieu et dans quelle commune est le bureau.
visit-ask-document = Quel est le document de la personne qui a le rendez-vous ?
visit-ask-day = Quel jour est le rendez-vous ?
visit-ask-place = Dans quelle commune est le bureau du rendez-vous ?
visit-not-found = Je ne trouve pas de rendez-vous actif avec ces données. Un conseiller peut vous aider : voulez-vous que je vous le passe ? Ou vérifiez le document, le jour et la commune, et redites-les-moi.
help-document = C'est le document de la personne qui viendra au rendez-vous. Je l'utilise seulement pour le rendez-vous, et il n'est pas affiché en entier. Le rendez-vous est gratuit.
help-phone = C'est le téléphone de la personne qui a le rendez-vous. Je l'utilise seulement pour le rendez-vous.
help-email = C'est l'adresse à laquelle nous vous écrirons si un rendez-vous se libère. Je l'utilise seulement pour cela.
help-locator = Le numéro de réservation, ce sont les huit lettres et chiffres donnés quand on prend le rendez-vous. Si vous ne l'avez pas, dites-le-moi. Si vous n'avez pas encore de rendez-vous, je peux vous en chercher un.
help-visit = Avec le document, le jour et le bureau, je peux trouver le rendez-vous même si aucun téléphone n'a été donné.

reply-check = Vérifier le rendez-vous

unsure-book = Je ne sais pas encore si le rendez-vous a été réservé : le service des rendez-vous ne me l'a pas confirmé. Ne le demandez pas une seconde fois. Écrivez-moi dans un instant et je vérifierai. Si vous préférez, je vous mets en relation avec un conseiller.
unsure-change = Je ne sais pas encore si le rendez-vous a été modifié : le service des rendez-vous ne me l'a pas confirmé. Ne le modifiez pas une seconde fois. Écrivez-moi dans un instant et je vérifierai. Si vous préférez, je vous mets en relation avec un conseiller.
unsure-cancel = Je ne sais pas encore si le rendez-vous a été annulé : le service des rendez-vous ne me l'a pas confirmé. Écrivez-moi dans un instant et je vérifierai. Si vous préférez, je vous mets en relation avec un conseiller.
unsure-book-not-done = J'ai vérifié : le rendez-vous n'a pas été réservé.
unsure-change-not-done = J'ai vérifié : la modification n'a pas été faite. Votre rendez-vous reste inchangé.
unsure-cancel-not-done = J'ai vérifié : pour l'instant, le rendez-vous n'a pas été annulé.
