# Calls: what the agent reads out and reads, and the sides of a transcript.

call-notice = L'informo que aquesta trucada es transcriu automàticament per oferir-li una atenció millor. El text es guarda { $days ->
    [one] { $days } dia
   *[other] { $days } dies
}. Si no hi està d'acord, digui-m'ho ara, si us plau.
call-notice-audio = L'informo que aquesta trucada s'enregistra i es transcriu automàticament per oferir-li una atenció millor. L'enregistrament es guarda { $audio_days ->
    [one] { $audio_days } dia
   *[other] { $audio_days } dies
} i el text, { $days ->
    [one] { $days } dia
   *[other] { $days } dies
}. Si no hi està d'acord, digui-m'ho ara, si us plau.
call-side-citizen = Persona
call-side-agent = Agent
call-wants-need = Consulta sobre: { $need }.
call-wants-book = Vol cita per a: { $need }.
call-wants-unsure = Per aclarir: pot ser { $need }.
call-danger = Atenció: { $reason }.
call-details = Ha dit: { $details }.
call-detail-place = { $value } (lloc)
call-detail-date = { $value } (data)
call-detail-document = { $value } (document)
call-route-person = Passi ja la trucada a una persona de la unitat.
call-route-appointment = Doni-li cita.
call-route-elsewhere = Digui-li qui s'ocupa d'això: { $body }.
call-route-clarify = Pregunti-li si és { $options }.
call-route-answer = Respongui-li.
call-route-channels = Hi ha cita { $channels }.
call-channel-in-person = a l'oficina
call-channel-phone = per telèfon
call-channel-video = per videotrucada
