# Booking, changing and cancelling an appointment: questions, offers, read-backs, results, and results not known yet.

back-to-booking = Let's go back to your appointment.

book-ask-need = What do you need the appointment for?
book-general = OK, I will look for a general appointment: you can say there what it is for.
book-ask-place = In which town or postcode do you want the appointment?
book-place-unknown = I can't find that postcode. It has five digits. Could you repeat it, or tell me the town?
book-no-office = There is no office for this procedure in that province. Would you like another province?
book-town-without-office = There is no office for this in { $town }. I am looking in this one: { $office }.
book-town-nearest-offices = There is no office for this in { $town }. I am looking in this one: { $office }, about { $km } km away in a straight line. The other nearest is this one: { $other }, about { $otherkm } km away.
book-walk-in = You don't need an appointment for this: you can go to the office without one.
book-not-needed = This is done online and has no appointment. Here is how.
book-offers = These are the first appointments. Procedure: { $need }. Place: { $office }.
book-offers-phone = These are the first telephone appointments. Procedure: { $need }. Office: { $office }.
book-offer = { $number }. { $when }
book-choose = Which one do you prefer? You can also tell me another day.
book-no-slots = There are no free appointments on those dates. Office: { $office }. Tell me another date, if you like.
book-no-slots-range = There are no free appointments for those dates. Office: { $office }. These are the nearest:
book-no-slots-morning = There are no appointments in the morning here ({ $office }). This is what there is:
book-no-slots-afternoon = There are no appointments in the afternoon here ({ $office }). This is what there is:
book-no-slots-time = There are no free appointments at that time ({ $office }). These are the nearest:
book-too-far = Those dates cannot be booked yet: appointments can be booked up to { $until } ({ $office }). These are the last ones there are:
book-date-past = That date has already passed. What other day suits you?
book-date-closed = The office is closed that day. These are the nearest appointments:
book-when-unread = I did not understand when suits you (“{ $words }”). Please tell me the day or the time in other words.
book-noted = I have noted that.
book-say-which = Which of them? Tell me the number, or the day and the time.
book-slot-taken = That appointment has just been taken. These are still free:
book-hold-expired = The time to confirm has run out and I am no longer keeping that appointment for you. These are free now:
book-kept = I'm keeping this appointment for you: { $when }. Place: { $office } ({ $address }).
book-kept-phone = I'm keeping this telephone appointment for you: { $when }. This office will call you: { $office }.
book-kept-video = I'm keeping this video appointment for you: { $when }. Office: { $office }.
book-needs-document = To book it, I need your DNI or NIE number, including the letter, or your passport number.
book-needs-document-other = To book it, I need the DNI or NIE number of the person who will attend, including the letter, or their passport number.
book-needs-passport = To book it, tell me your passport number, with any letters it has.
book-needs-passport-other = To book it, tell me the passport number of the person who will attend, with any letters it has.
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
book-what-change = OK, I won't confirm it. Tell me what you want to change: the procedure, the day, the time or the place.
book-done = Appointment confirmed: { $when }. Place: { $office }. Your booking reference is { $locator }. Keep it to change or cancel the appointment.
book-done-phone = Appointment confirmed: { $when }. This office will call you: { $office }. Your booking reference is { $locator }. Keep it to change or cancel the appointment.
book-bring = Please bring: { $documents }.
book-free = The appointment is free. Do not trust anyone who sells one.
book-already = There is already an active appointment with that ID for this matter. You can change or cancel it with its booking reference.
book-abandoned = OK, I won't book anything.
book-none = There are no appointments for this.
book-for-other = All right, the appointment is for someone else.
book-channel-none = Appointments for this cannot be held that way.
book-maybe-online = You may not need an appointment, because you can also do this online:
book-papers = So that your visit is not wasted, please bring these on the day: { $documents }. If you still lack any of them, I can look for a later day.
book-else-office = I can also look in another office.
book-else-phone = There are phone appointments too.
book-else-person = There are appointments in person too.
book-else-waiting-list = And I can put you on the waiting list, to write to you if an appointment becomes free.
book-offers-video = These are the first video appointments. Procedure: { $need }. Office: { $office }.
book-read-back-video = Let me read the appointment back: { $when }. It will be a video call with this office: { $office }. Procedure: { $need }. ID: { $document }. Shall I confirm it?
book-done-video = Appointment confirmed: { $when }. It will be a video call with this office: { $office }. Your booking reference is { $locator }. Keep it to change or cancel the appointment.
book-room = At the time of the appointment, join the video call through this link: { $link }
book-prepare = Have these to hand: { $documents }.

locator-ask = Tell me the booking reference and your DNI or NIE number. If what you want is a new appointment, just say so.
locator-ask-locator = Tell me the booking reference: it has eight letters and numbers.
locator-ask-document = Now tell me your DNI or NIE number, including the letter, or your passport number.
locator-not-found = I can't find an active appointment with that booking reference and ID. Could you check them, please?
locator-lost = Without the booking reference I can't see the appointment from here. A person can help you. Would you like to speak to them?
locator-ask-document-other = Now tell me the DNI or NIE number of the person who has the appointment, including the letter, or their passport number.
locator-ask-passport-other = Now tell me the passport number of the person who has the appointment, with any letters it has.
locator-ask-passport = Now tell me your passport number, with any letters it has.

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

person-unavailable = The appointment service is not responding right now. Nothing has been booked or changed. I'm putting you in touch with a person.
person-ask = Tell me the DNI or NIE number of the person who has the appointment and the phone number given when it was booked. If no phone number was given, tell me. If you find the booking reference, that works too.
person-ask-phone = Which phone number did you give when you booked? If you gave none, tell me.
person-not-found = I cannot find an active appointment with that document and that phone number. Could you check them, please? If no phone number was given, tell me.
person-too-many-finds = For security, I cannot search any more right now for an appointment by document and phone number. You can try again later, give me the booking reference or speak to a person.
person-which = You have more than one appointment. Which one?
visit-ask = Without a phone number I can look for it another way. Tell me the document of the person who has the appointment, which day it is and which town the office is in.
visit-ask-document = What is the document of the person who has the appointment?
visit-ask-day = Which day is the appointment?
visit-ask-place = Which town is the office of the appointment in?
visit-not-found = I cannot find an active appointment with those details. A person can help you: shall I put you through? Or check the document, the day and the town and tell me them again.
help-document = It is the document of the person who will attend. I use it for the appointment only, and it is not shown in full. The appointment is free.
help-phone = It is the phone number of the person who has the appointment. I use it for the appointment only.
help-email = It is the address we will write to if an appointment becomes free. I use it for that only.
help-locator = The booking reference is the eight letters and numbers given when the appointment was booked. If you do not have it, tell me. If you have no appointment yet, I can look for one.
help-visit = With the document, the day and the office I can find the appointment even if no phone number was given.

reply-check = Check the appointment

unsure-book = I don't know yet whether the appointment has been booked: the appointment service has not confirmed it to me. Please don't ask for it again. Write to me in a moment and I'll check. If you prefer, I'll put you in touch with a person.
unsure-change = I don't know yet whether the appointment has been changed: the appointment service has not confirmed it to me. Please don't change it again. Write to me in a moment and I'll check. If you prefer, I'll put you in touch with a person.
unsure-cancel = I don't know yet whether the appointment has been cancelled: the appointment service has not confirmed it to me. Write to me in a moment and I'll check. If you prefer, I'll put you in touch with a person.
unsure-book-not-done = I have checked: the appointment was not booked.
unsure-change-not-done = I have checked: the change was not made. Your appointment is as it was.
unsure-cancel-not-done = I have checked: for now, the appointment has not been cancelled.
