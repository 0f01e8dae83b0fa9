# Appointments in another service's agenda: video calls, and what is not known yet.

reply-check = Check the appointment

book-offers-video = These are the first video appointments. Office: { $office }.
book-read-back-video = Let me read the appointment back: { $when }. It will be a video call with this office: { $office }. Procedure: { $need }. ID: { $document }. Shall I confirm it?
book-done-video = Appointment confirmed: { $when }. It will be a video call with this office: { $office }. Your booking reference is { $locator }. Keep it to change or cancel the appointment.
book-room = At the time of the appointment, join the video call through this link: { $link }
book-prepare = Have these to hand: { $documents }.

unsure-book = I don't know yet whether the appointment has been booked: the appointment service has not confirmed it to me. Please don't ask for it again. Write to me in a moment and I'll check. If you prefer, I'll put you through to a person.
unsure-change = I don't know yet whether the appointment has been changed: the appointment service has not confirmed it to me. Please don't change it again. Write to me in a moment and I'll check. If you prefer, I'll put you through to a person.
unsure-cancel = I don't know yet whether the appointment has been cancelled: the appointment service has not confirmed it to me. Write to me in a moment and I'll check. If you prefer, I'll put you through to a person.
unsure-book-not-done = I have checked: the appointment was not booked.
unsure-change-not-done = I have checked: the change was not made. Your appointment is as it was.
unsure-cancel-not-done = I have checked: for now, the appointment has not been cancelled.
change-cannot-move = I cannot change that appointment to another type. Your appointment is as it was. If you like, cancel it and ask for another one.
summary-unsure = It is not known whether this was done in the appointment service. It has to be checked: { $detail }.

page-video = By video call
page-room = Video call link
