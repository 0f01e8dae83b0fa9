# The privacy, legal and accessibility pages. What names the administration comes from its own phrases; the terms, from the settings.

privacy-who = Who handles your data
privacy-purpose = What for
privacy-purpose-text = To answer you, to give you an appointment and to put you through to a person if you ask for one. They are not used for advertising, and nothing is decided about you with them.
privacy-basis = On what legal basis
privacy-time = For how long
privacy-time-text = The conversation is deleted { $minutes } minutes after your last message. The notice to a person, { $handoff } days after it was dealt with. The phone number and e-mail of an appointment, { $contact } days after it. What each conversation, call, appointment or visit was about is kept for { $timeline } days and, if you said who you are, a summary that has no document or phone numbers. What remains to be done is gathered in a case, with what was promised and the notes of whoever deals with it, and kept for { $timeline } days after its last change. Questions that we cannot answer, or that we misunderstand, are kept for { $gap } days, without personal data, so that the answers get better.
privacy-people = Who sees them
privacy-people-text = Only whoever deals with your case, and only if you ask to speak to a person or have an appointment. They are given to nobody else unless the law requires it.
privacy-browser = In your browser
privacy-browser-text = There are no cookies and you are not tracked. This tab keeps the key of your conversation and what you are writing until you close it; the browser keeps the text size and whether you want reading aloud.
privacy-rights = Your rights
privacy-rights-text = You can ask to see your data, to have them corrected or deleted, to limit their use and to object to it.
privacy-demo = This is a demonstration installation: do not enter real data.
legal-owner = Whose service this is
legal-value = What its answers are worth
legal-value-text = The answers inform and cite their source. They are not a decision and grant no right. If they differ from the official text, the official text holds.
legal-robot = Who answers
legal-robot-text = A computer program answers, and says so. You can speak to a person at any time; you will then see their name.
legal-appointments = Appointments
legal-appointments-text = Booking, changing and cancelling an appointment is free. If you will not go, cancel it: it becomes free for someone else.
legal-software = The software
legal-software-text = This service runs on ISAC, open-source software: anyone can read how it works.
access-aim = For whom
access-tested = How it is checked
access-limits = What is missing
access-complain = If something does not work
