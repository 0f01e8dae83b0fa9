# Calls: what the agent reads out and reads, and the sides of a transcript.

call-notice = Comunícolle que esta chamada se transcribe automaticamente para ofrecerlle unha atención mellor. O texto gárdase { $days ->
    [one] { $days } día
   *[other] { $days } días
}. Se non está de acordo, dígamo agora, por favor.
call-notice-audio = Comunícolle que esta chamada se grava e se transcribe automaticamente para ofrecerlle unha atención mellor. A gravación gárdase { $audio_days ->
    [one] { $audio_days } día
   *[other] { $audio_days } días
} e o texto, { $days ->
    [one] { $days } día
   *[other] { $days } días
}. Se non está de acordo, dígamo agora, por favor.
call-side-citizen = Persoa
call-side-agent = Axente
call-wants-need = Consulta sobre: { $need }.
call-wants-book = Quere cita para: { $need }.
call-wants-unsure = Por aclarar: pode ser { $need }.
call-danger = Atención: { $reason }.
call-details = Dixo: { $details }.
call-detail-place = { $value } (lugar)
call-detail-date = { $value } (data)
call-detail-document = { $value } (documento)
call-route-person = Pase xa a chamada a unha persoa da unidade.
call-route-appointment = Déalle cita.
call-route-elsewhere = Dígalle quen se ocupa disto: { $body }.
call-route-clarify = Pregúntelle se é { $options }.
call-route-answer = Respóndalle.
call-route-channels = Hai cita { $channels }.
call-channel-in-person = na oficina
call-channel-phone = por teléfono
call-channel-video = por videochamada
