# E-mails of the waiting list and of appointments. They are sent by themselves; numbers and dates come from the data.

notice-greeting = Good morning,
notice-code = Waiting list code: { $code }
notice-office = Office: { $office }
notice-closing = This is an automatic message; please do not reply. The waiting list and the appointment are free: nobody may charge you for them.
notice-how-in-person = Appointment at the office
notice-how-phone = Appointment by telephone
notice-how-video = Appointment by video call
notice-waiting-joined-subject = You are on the waiting list
notice-waiting-joined = You have joined the waiting list. Your place in the line is { $position }. When there is a time for you, we will keep it for you and let you know by e-mail. You can check your place or leave the list with this code and your identity document.
notice-waiting-offer-subject = We are keeping an appointment for you: { $when }
notice-waiting-offer = A time is free and it is your turn: { $when }. We are keeping it for you until this moment: { $until }. To accept it, use this code and your identity document where you joined the list. If you do not accept it, it will go to the next person.
notice-waiting-missed-subject = The appointment we were keeping for you has gone to someone else
notice-waiting-missed = You did not accept in time the appointment we were keeping for you, and it has gone to the next person. You are still on the list, now at the end, with the same code.
notice-waiting-closed-subject = You are no longer on the waiting list
notice-waiting-closed = You did not accept in time the appointments we kept for you, so you are no longer on the waiting list. You can join again whenever you like.
notice-locator = Booking reference: { $code }
notice-reason = Reason: { $reason }
notice-appointment-closing = This message is automatic; please do not reply. The appointment is free: nobody may charge you for it.
notice-appointment-booked-subject = Your appointment is confirmed: { $when }
notice-appointment-booked = We could not tell you at the time whether your appointment had been made. Now we know: it is confirmed for this moment: { $when }. With the booking reference and your identity document you can check it, change it or cancel it.
notice-appointment-moved-subject = Your appointment has changed: { $when }
notice-appointment-moved = Your appointment has changed. Before: { $before }. Now: { $when }. The booking reference is the same. If you cannot come, please change it or cancel it with the booking reference and your identity document.
notice-appointment-closed-subject = The office is closed on the day of your appointment, which is now: { $when }
notice-appointment-closed = The office is closed on the day of your appointment, so we have changed it to the nearest free time. Before: { $before }. Now: { $when }. The booking reference is the same. If it does not suit you, please change it or cancel it with the booking reference and your identity document.
notice-appointment-cancelled-subject = Your appointment is cancelled: { $when }
notice-appointment-cancelled = The appointment you had at this time is cancelled: { $when }. You do not have to do anything else. You can ask for another appointment whenever you wish.
