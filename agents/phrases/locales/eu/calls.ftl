# Calls: what the agent reads out and reads, and the sides of a transcript.

call-notice = Jakinarazten dizut dei hau automatikoki transkribatzen dela, zuri arreta hobea emateko. Testua { $days } egunez gordetzen da. Ados ez bazaude, esadazu orain, mesedez.
call-notice-audio = Jakinarazten dizut dei hau automatikoki grabatu eta transkribatzen dela, zuri arreta hobea emateko. Grabazioa { $audio_days } egunez gordetzen da, eta testua, { $days } egunez. Ados ez bazaude, esadazu orain, mesedez.
call-side-citizen = Herritarra
call-side-agent = Agentea
call-wants-need = Galdera honi buruzkoa da: { $need }.
call-wants-book = Hitzordua nahi du honetarako: { $need }.
call-wants-unsure = Argitzeko dago; hau izan daiteke: { $need }.
call-danger = Kontuz: { $reason }.
call-details = Esan duena: { $details }.
call-detail-place = { $value } (lekua)
call-detail-date = { $value } (data)
call-detail-document = { $value } (agiria)
call-route-person = Pasatu berehala deia unitateko pertsona bati.
call-route-appointment = Eman hitzordua herritarrari.
call-route-elsewhere = Esan herritarrari nor arduratzen den honetaz: { $body }.
call-route-clarify = Galdetu herritarrari ea hau den: { $options }.
call-route-answer = Erantzun herritarrari.
call-route-channels = Hitzordua: { $channels }.
call-channel-in-person = bulegoan
call-channel-phone = telefonoz
call-channel-video = bideodeiz
