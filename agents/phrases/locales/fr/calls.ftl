# Calls: what the agent reads out and reads, and the sides of a transcript.

call-notice = Je vous informe que cet appel est transcrit automatiquement pour mieux vous répondre. Le texte est conservé { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}. Si vous n'êtes pas d'accord, dites-le-moi maintenant, s'il vous plaît.
call-notice-audio = Je vous informe que cet appel est enregistré et transcrit automatiquement pour mieux vous répondre. L'enregistrement est conservé { $audio_days ->
    [one] { $audio_days } jour
   *[other] { $audio_days } jours
} et le texte, { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}. Si vous n'êtes pas d'accord, dites-le-moi maintenant, s'il vous plaît.
call-side-citizen = Usager
call-side-agent = Agent
call-wants-need = La demande porte sur : { $need }.
call-wants-book = Souhaite un rendez-vous pour : { $need }.
call-wants-unsure = À préciser : il peut s'agir de ceci : { $need }.
call-danger = Attention : { $reason }.
call-details = A dit : { $details }.
call-detail-place = { $value } (lieu)
call-detail-date = { $value } (date)
call-detail-document = { $value } (document)
call-route-person = Passez tout de suite l'appel à une personne du service.
call-route-appointment = Donnez-lui un rendez-vous.
call-route-elsewhere = Dites-lui qui s'occupe de cela : { $body }.
call-route-clarify = Demandez-lui s'il s'agit de ceci : { $options }.
call-route-answer = Répondez-lui.
call-route-channels = Rendez-vous : { $channels }.
call-channel-in-person = au bureau
call-channel-phone = par téléphone
call-channel-video = en visioconférence
