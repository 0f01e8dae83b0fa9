# Calls: what the agent reads out and reads, and the sides of a transcript.

call-notice = Please note that this call is transcribed automatically so that we can help you better. The text is kept for { $days ->
    [one] { $days } day
   *[other] { $days } days
}. If you do not agree, please tell me now.
call-notice-audio = Please note that this call is recorded and transcribed automatically so that we can help you better. The recording is kept for { $audio_days ->
    [one] { $audio_days } day
   *[other] { $audio_days } days
} and the text for { $days ->
    [one] { $days } day
   *[other] { $days } days
}. If you do not agree, please tell me now.
call-side-citizen = Citizen
call-side-agent = Agent
call-wants-need = Asking about: { $need }.
call-wants-book = Wants an appointment for: { $need }.
call-wants-unsure = To be clarified: it may be { $need }.
call-danger = Attention: { $reason }.
call-details = Has said: { $details }.
call-detail-place = { $value } (place)
call-detail-date = { $value } (date)
call-detail-document = { $value } (document)
call-route-person = Put the call through now to someone in the unit.
call-route-appointment = Give them an appointment.
call-route-elsewhere = Tell them who deals with this: { $body }.
call-route-clarify = Ask them whether it is { $options }.
call-route-answer = Answer them.
call-route-channels = Appointments: { $channels }.
call-channel-in-person = at the office
call-channel-phone = by telephone
call-channel-video = by video call
