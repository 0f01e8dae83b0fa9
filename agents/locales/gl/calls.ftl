# Calls: what the agent reads out and reads, and the sides of a transcript.

call-notice = Comunícolle que esta chamada se transcribe automaticamente para ofrecerlle unha atención mellor. O texto gárdase { $days } días. Se non está de acordo, dígamo agora, por favor.
call-notice-audio = Comunícolle que esta chamada se grava e se transcribe automaticamente para ofrecerlle unha atención mellor. A gravación gárdase { $audio_days } días e o texto, { $days } días. Se non está de acordo, dígamo agora, por favor.
call-side-citizen = Persoa
call-side-agent = Axente
call-wants-need = Consulta sobre: { $need }.
call-wants-book = Quere cita para: { $need }.
call-danger = Atención: { $reason }.
call-details = Dixo: { $details }.
call-detail-place = lugar, { $value }
call-detail-date = data, { $value }
call-detail-document = documento, { $value }
