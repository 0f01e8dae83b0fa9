# What stands around an answer from the articles: its sections, its limits, what is offered next.

aspect-what = What is it?
aspect-who = Who can apply?
aspect-requirements = What are the requirements?
aspect-amount = How much is it?
aspect-deadlines = What are the time limits?
aspect-how = How do I apply?
aspect-documents = What documents are needed?
aspect-after = What happens afterwards?
aspect-mistakes = What mistakes should I avoid?
aspect-related = What else might I need?

answer-not-decision = I can't say whether you are entitled: the public body in charge decides that when it examines your application. This is the general information.
answer-none = I have no checked source to answer that, and I don't want to give you wrong information. I can put you in touch with a person.
answer-partial = Part of this information is out of date and I'm not showing it. If you need it, I can put you in touch with a person.
answer-last-published = Where I say { $last }, that is the latest figure published: the one for { $year } has not been published yet.
answer-more = Would you like to know anything else about { $need }?
answer-more-book = Would you like to know anything else, or shall I look for an appointment?
answer-own-case = I can't see your file from here. This is what you can do to check it.
answer-own-amount = I can't see or work out your case from here. This is the general information.
answer-other-matter = I do not have checked information about that yet. I can put you in touch with a person or look for an appointment.
answer-for-other = For that person, this is the general information.
answer-conditions = From what you told me ({ $conditions }), this is what concerns you.
answer-conditions-none = For that case ({ $conditions }) I have no different rules: this is the general information.
answer-missing = On that exact point I have no checked information. This is what I can tell you.
answer-no-more = I have no more checked information on that, and I don't want to repeat the same thing to you.
answer-again = As I said:
answer-noted = I will bear that in mind: { $conditions }. What else would you like to know?
answer-unsure = I'm not sure that this is what you are asking. This is what I know about { $need }.
answer-which = Is it that, or one of these? If not, tell me in other words.
answer-nearest = I'm not sure that I understood you. This is the nearest thing I know.
answer-said = Perhaps you are not asking about what I have just told you. Is it one of these? If not, tell me in other words.
answer-apart = I did not quite understand the other thing you ask: please ask me that separately.
answer-about = About { $need }:
answer-of-another = { $need }: { $question }
answer-as-of = I am answering as if today were { $date }.
answer-as-of-part = For the rest I have no checked data for that day.
answer-as-of-none = I have no checked data for that date: { $date }. I can tell you what applies today or put you in touch with a person.

need-understood = You are asking about { $need }.
handled-by = That is handled by { $body }.
official-page = I do not have checked details about this yet. They are on the official page: { $link }

offer-book = Shall I look for an appointment?
offer-person = Would you like to speak to a person?

not-decision = I can't say whether you are entitled: the public body in charge decides that when it examines your application.
not-own-case = I can't see your file or work out your case from here.

document-found = It is not in my articles. This document says it: “{ $title }”.
document-language = It is in another language ({ $autonym }): I am copying it as it is.

condition-ask-territory = Which province do you live in? In some, another administration handles this.
condition-ask-work = Which of these is your case?
condition-age = { $number } years of age
condition-contributed = { $time } of contributions
condition-disability = { $number }% disability
condition-children = { $number ->
    [one] { $number } child
   *[other] { $number } children
}
condition-territory = { $place }
reply-how-computed = How is that worked out?
sum-without = Without that I can't work it out for you. If you find it, tell me and I will.
sum-of-option =
    { $option }:
    { $text }
sum-yes = Yes. { $text }
sum-go-on = Back to your calculation. { $question }
