# What the service says of this administration.

gaps-why-out-of-scope = Does not seem to be about Social Security
page-body = Social Security
page-ics-summary = Social Security appointment
problem-no-appointment-needed-do = You can go to any office of the General Treasury of Social Security (TGSS) without an appointment.
greeting = Hello, I'm the Social Security automated assistant: a computer program, not a person. I give information and book appointments, but I don't decide on your rights. You can ask to speak to a person at any time.
answer-other-body = Social Security doesn't deal with that. It is dealt with by { $body }.
out-of-scope = I can't help you with that. I deal with Social Security matters: pensions, benefits, registration, contributions and appointments.
injection = I don't follow instructions about how I work. Tell me what you need from Social Security.
