# What the reception says in any conversation: greetings, questions back, buttons. Facts are in the articles, with citations.

greeting-privacy = To help you I process the details you give me. Please do not write health details, passwords or account numbers.
greeting-ask = Tell me in your own words what you need.
greeting-again = Hello. How can I help you?

reply-person = Speak to a person
reply-yes = Yes
reply-no = No
reply-book = Book an appointment
reply-easier = Explain it more simply
reply-go-on = Go on explaining
reply-other-dates = Other dates
reply-other-office = Another office
reply-cancel-booking = I don't want the appointment
reply-no-locator = I don't have the reference
reply-change-appointment = Change an appointment
reply-cancel-appointment = Cancel an appointment
reply-by-phone = By phone
reply-by-person = In person
reply-call-back = Call me back
reply-phone-booking = Book a phone appointment
reply-waiting-list = Waiting list

clarify = Do you mean { $first } or { $second }?
confirm-need = Is it about { $need }?

not-understood = Sorry, I didn't understand. Could you say it another way?
not-understood-again = I still don't quite understand. Would you like to speak to a person?

empty = I didn't receive any text. Please write what you need.
too-long = The message is very long and I have only read the beginning. If something important is missing, please write it in shorter messages.
insult = I'm sorry I haven't been of help. I can try again, or a person can help you. Would you like to speak to them?
complaint = I'm sorry you have had to go through this. A person can take down your complaint. Would you like to speak to them?
thanks = You're welcome. Is there anything else you need?
closing = Thank you for contacting us. Have a good day.
anything-else = Is there anything else you need?

language-switched = OK, let's continue in English.
language-not-served = I can't help you in that language: let's continue in English.

neighbour-aranese = You are writing in Aranese, which I do not speak here yet: I will answer in Catalan. If you prefer, you can ask to speak to a person.
nothing-to-repeat = I haven't told you anything to repeat yet. What do you need?
for-other = All right, it is for someone else. What do you need to know?
about-what = Which procedure are you asking about?

ack = All right. If anything else comes up, just write to me.

heard-unsafe = Are you all right? If something is wrong or you would rather speak to a person, tell me and I'll let them know straight away.
heard-grief = I'm very sorry for your loss.
heard-hardship = I'm sorry you are going through this.
heard-worry = It's only natural to be worried about this.
heard-joy = I'm very glad to hear that!
heard-despair = I'm very sorry you feel this way. If you feel you can't go on, call 024 at any hour and they will listen; I can also let a person know.
heard-informal = I answer everybody in the same polite way, and cannot change that.
heard-complaint = I'm sorry for the trouble.
heard-no_person = All right, let's go on here: the person has been told, but that does not commit you to anything.
heard-safe = I'm glad to hear it. The alert I gave still stands.
heard-unanswered = Sorry, let me try again.
offer-unsafe = Tell me what is happening: I'm here.
offer-grief = Whenever you are ready, we can go through what needs to be done, step by step.
offer-hardship = Tell me a little about your situation and I'll tell you what help you can apply for.
offer-worry = Tell me what worries you most and we'll look at it bit by bit.
offer-despair = Tell me what is most urgent and we'll go through it step by step.
offer-informal = You can write to me as you like. What do you need?
offer-joy = If you need anything else, I'm here.
offer-no_person = What would you like to know?
reply-safe = There is no danger, I want to ask something else
