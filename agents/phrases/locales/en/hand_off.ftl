# Handing over to a person: what the citizen is told, and the words of the packet that the agent reads.

handoff-asked = I'm putting you in touch with a person. They will see this conversation and a summary of your case, so you don't have to repeat it.
handoff-not_understood = I can't understand you and I don't want to waste your time. I'm putting you in touch with a person, who will see this conversation and a summary of your case.
handoff-no_answer = I'm putting you in touch with a person, who will see this conversation and a summary of your case.
handoff-complaint = I'm putting you in touch with a person, who will take down your complaint.
handoff-failure = Something went wrong on our side and I couldn't finish. I'm putting you in touch with a person, who will see this conversation and a summary of your case.
handoff-crisis = I'm very sorry that you are going through this. You are not alone. Call 024 now, the suicide prevention line, at any hour, or 112 if there is danger. I'm putting you in touch with a person.
handoff-violence = Your safety comes first. 016 helps with gender-based violence at any hour and does not appear on the phone bill; if there is danger, call 112. I'm putting you in touch with a person.
handoff-emergency = If there is danger, call 112 now. I'm putting you in touch with a person.
handoff-lines = 024 is the suicide prevention line and 016 helps with gender-based violence, both at any hour.
handoff-reference = Your reference is { $reference }.
handoff-already = Your case is already waiting for a person to take it. Your reference is { $reference }.
handoff-here = Once they take your case, that person will write to you here, in this chat. In the meantime I can keep helping you.
handoff-wait = { $minutes ->
    [one] The wait is about one minute right now.
   *[other] The wait is about { $minutes } minutes right now.
}
handoff-order = I can't tell you the time: people are seen in turn, urgent cases first.
handoff-hours = Nobody is there right now. They are back on { $when }.
handoff-call-back = If you prefer, I can arrange for someone to call you. Would you like a call?
handoff-phone-booking = If you would rather be called, I can book you a phone appointment.
handoff-when = Your case is waiting for a person to take it.
handoff-hurry = If you are in a hurry, ask me which number to call. Your reference is { $reference }.

person-joined = A person is with you now: { $name }. While they are here, I don't write.
person-calls = A person is calling you now: { $name }. If you write here, they read it too.
person-translated = That person writes in another language: { $autonym }. You will both also see what is written translated by a machine, which can be wrong.
person-not-translated = That person writes in another language: { $autonym }. There is no translator here. If you do not understand them, ask for somebody who speaks your language.
person-returned = { $name } has finished. It's me again, the assistant. Tell me if you need anything else.
person-closed = { $name } has finished. If you need anything else, write to me: I, the assistant, will answer.
person-left = { $name } is no longer with you: another person will take over and write to you here. Your case is among the first. In the meantime I, the assistant, can help you.

care-crisis = I'm still here with you. I have alerted the people in charge, as urgent: they will write to you here as soon as they can. Don't wait: call 024 or 112, which answer at any hour.
care-violence = I'm still here with you. I have alerted the people in charge, as urgent: they will write to you here as soon as they can. If there is danger now, call 112; 016 will listen to you at any hour.
care-emergency = If the danger goes on, call 112 now: don't wait here. I have alerted the people in charge, as urgent.
care-over = I'm glad to hear it. The alert I gave still stands. Tell me how I can help.

summary-reason = Reason: { $reason }.
summary-need = Need: { $need }.
summary-language = Language: { $autonym }.
summary-said = The person said: “{ $text }”.
summary-booking = They were booking an appointment: { $detail }.
summary-appointment = Appointment in this conversation: { $detail }.
summary-other = They are asking on behalf of someone else.
summary-conditions = Said about their situation: { $conditions }.
summary-unsure = It is not known whether this was done in the appointment service. It has to be checked: { $detail }.

reason-asked = asks to speak to a person
reason-not_understood = the assistant did not understand them
reason-no_answer = there is no checked answer
reason-crisis = signs of suicide risk
reason-violence = signs of gender-based violence
reason-emergency = signs of an emergency
reason-failure = technical failure
reason-complaint = wants to make a complaint
reason-call_back = asks to be called
