# Booking, changing and cancelling an appointment: questions, offers, read-backs, results, and results not known yet.

back-to-booking = Let's go back to your appointment.

book-ask-need = What do you need the appointment for?
book-ask-place = In which town or postcode do you want the appointment?
book-place-unknown = I can't find that postcode. It has five digits. Could you repeat it, or tell me the town?
book-no-office = There is no office for this procedure in that province. Would you like another province?
book-walk-in = You don't need an appointment for this: you can go to the office without one.
book-not-needed = This is done online and has no appointment. Here is how.
book-offers = These are the first appointments. Place: { $office }.
book-offers-phone = These are the first telephone appointments. Office: { $office }.
book-offer = { $number }. { $when }
book-choose = Which one do you prefer? You can also tell me another day.
book-no-slots = There are no free appointments on those dates. Office: { $office }. Tell me another date, if you like.
book-no-slots-range = There are no free appointments for those dates. Office: { $office }. These are the nearest:
book-no-slots-morning = This office has no appointments left in the morning ({ $office }). These are the nearest:
book-no-slots-afternoon = This office has no appointments left in the afternoon ({ $office }). These are the nearest:
book-date-past = That date has already passed. What other day suits you?
book-date-closed = The office is closed that day. These are the nearest appointments:
book-slot-taken = That appointment has just been taken. These are still free:
book-hold-expired = The time to confirm has run out and I am no longer keeping that appointment for you. These are free now:
book-ask-document = I'm keeping this appointment for you: { $when }. To book it, I need your DNI or NIE number, including the letter.
book-document-invalid = The letter doesn't match the number. Could you check it, please?
book-document-repair = The letter does not match the number. Please check whether yours is: { $documents }. If it is not, tell me the whole document again.
book-document-part = That is only part of the document. Please tell me the whole of it, with the letter.
book-refused-document = The appointment service does not accept that document.
book-refused-phone = The appointment service does not accept that telephone number.
book-refused-email = The appointment service does not accept that e-mail address. I can book the appointment without one, or you can give me another.
book-made-before = The appointment had already been booked, with the details from before. If you have corrected any of them, ask to speak to a person.
book-ask-phone = What telephone number should we call you on?
book-read-back = Let me read the appointment back: { $when }. Place: { $office }. Procedure: { $need }. ID: { $document }. Shall I confirm it?
book-read-back-phone = Let me read the appointment back: { $when }. This office will call you: { $office }. Telephone: { $phone }. Procedure: { $need }. ID: { $document }. Shall I confirm it?
book-what-change = OK, I won't confirm it. Tell me what you want to change: the day, the time or the place.
book-done = Appointment confirmed: { $when }. Place: { $office }. Your booking reference is { $locator }. Keep it to change or cancel the appointment.
book-done-phone = Appointment confirmed: { $when }. This office will call you: { $office }. Your booking reference is { $locator }. Keep it to change or cancel the appointment.
book-bring = Please bring: { $documents }.
book-free = The appointment is free. Do not trust anyone who sells one.
book-already = There is already an active appointment with that ID for this matter. You can change or cancel it with its booking reference.
book-abandoned = OK, I won't book anything.
book-none = There are no appointments for this.
book-for-other = All right, the appointment is for someone else.
book-channel-none = Appointments for this cannot be held that way.
book-ask-document-other = I'm keeping this appointment for you: { $when }. To book it, I need the DNI or NIE number of the person who will attend, including the letter.
book-maybe-online = You may not need an appointment, because you can also do this online:
book-papers = So that your visit is not wasted, please bring these on the day: { $documents }. If you still lack any of them, I can look for a later day.
book-else-office = I can also look in another office.
book-else-phone = There are phone appointments too.
book-else-person = There are appointments in person too.
book-else-waiting-list = And I can put you on the waiting list, to write to you if an appointment becomes free.
book-offers-video = These are the first video appointments. Office: { $office }.
book-read-back-video = Let me read the appointment back: { $when }. It will be a video call with this office: { $office }. Procedure: { $need }. ID: { $document }. Shall I confirm it?
book-done-video = Appointment confirmed: { $when }. It will be a video call with this office: { $office }. Your booking reference is { $locator }. Keep it to change or cancel the appointment.
book-room = At the time of the appointment, join the video call through this link: { $link }
book-prepare = Have these to hand: { $documents }.

locator-ask = Tell me the booking reference and your DNI or NIE number.
locator-ask-locator = Tell me the booking reference: it has eight letters and numbers.
locator-ask-document = Now tell me your DNI or NIE number, including the letter.
locator-not-found = I can't find an active appointment with that booking reference and ID. Could you check them, please?
locator-lost = Without the booking reference I can't see the appointment from here. A person can help you. Shall I put you through?
locator-ask-document-other = Now tell me the DNI or NIE number of the person who has the appointment, including the letter.

change-current = Your appointment: { $when }. Place: { $office }. What day do you want to change it to?
change-read-back = I'm changing your appointment. Current: { $before }. New: { $when }. Place: { $office }. Shall I confirm it?
change-done = Appointment changed. It is now: { $when }. Place: { $office }. Your booking reference is still { $locator }.
change-abandoned = OK, your appointment stays as it was.
change-cannot-move = I cannot change that appointment to another type. Your appointment is as it was. If you like, cancel it and ask for another one.

appointment-made = Your appointment has already been confirmed. If you need anything else, just tell me.

cancel-read-back = I'm going to cancel your appointment: { $when }. Place: { $office }. Shall I confirm it?
cancel-done = Your appointment is cancelled. Thank you for letting us know: it frees the slot for someone else.
cancel-abandoned = OK, your appointment stays as it is.

when = { $date }, at { $time }
when-canary = { $date }, at { $time } (Canary Islands time)

person-unavailable = The appointment service is not responding right now. Nothing has been booked or changed. I'm putting you through to a person.
person-ask = Tell me the DNI or NIE number of the person who has the appointment and the phone number given when it was booked. If you find the booking reference, that works too.
person-ask-phone = Which phone number did you give when you booked?
person-not-found = I cannot find an active appointment with that document and that phone number. Could you check them, please?
person-too-many-finds = For security, I cannot search any more right now for an appointment by document and phone number. You can try again later, give me the booking reference or speak to a person.
person-which = You have more than one appointment. Which one?

reply-check = Check the appointment

unsure-book = I don't know yet whether the appointment has been booked: the appointment service has not confirmed it to me. Please don't ask for it again. Write to me in a moment and I'll check. If you prefer, I'll put you through to a person.
unsure-change = I don't know yet whether the appointment has been changed: the appointment service has not confirmed it to me. Please don't change it again. Write to me in a moment and I'll check. If you prefer, I'll put you through to a person.
unsure-cancel = I don't know yet whether the appointment has been cancelled: the appointment service has not confirmed it to me. Write to me in a moment and I'll check. If you prefer, I'll put you through to a person.
unsure-book-not-done = I have checked: the appointment was not booked.
unsure-change-not-done = I have checked: the change was not made. Your appointment is as it was.
unsure-cancel-not-done = I have checked: for now, the appointment has not been cancelled.
