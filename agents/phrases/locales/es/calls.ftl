# Calls: what the agent reads out and reads, and the sides of a transcript.

call-notice = Le informo de que esta llamada se transcribe automáticamente para atenderle mejor. El texto se guarda { $days ->
    [one] { $days } día
   *[other] { $days } días
}. Si no está de acuerdo, dígamelo ahora, por favor.
call-notice-audio = Le informo de que esta llamada se graba y se transcribe automáticamente para atenderle mejor. La grabación se guarda { $audio_days ->
    [one] { $audio_days } día
   *[other] { $audio_days } días
} y el texto, { $days ->
    [one] { $days } día
   *[other] { $days } días
}. Si no está de acuerdo, dígamelo ahora, por favor.
call-side-citizen = Persona
call-side-agent = Agente
call-wants-need = Consulta sobre: { $need }.
call-wants-book = Quiere cita para: { $need }.
call-wants-unsure = Por aclarar: puede ser { $need }.
call-danger = Atención: { $reason }.
call-details = Ha dicho: { $details }.
call-detail-place = { $value } (lugar)
call-detail-date = { $value } (fecha)
call-detail-document = { $value } (documento)
call-route-person = Pase ya la llamada a una persona de la unidad.
call-route-appointment = Dele cita.
call-route-elsewhere = Dígale quién se ocupa de esto: { $body }.
call-route-clarify = Pregúntele si es { $options }.
call-route-answer = Respóndale.
call-route-channels = Hay cita { $channels }.
call-channel-in-person = en la oficina
call-channel-phone = por teléfono
call-channel-video = por videollamada
