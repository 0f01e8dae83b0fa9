# Topics shown at the start of the citizen page, in this order: topic-<name> is what one presses, topic-<name>-ask what it asks.

topic-retirement = Retirement
topic-retirement-ask = At what age can I retire?
topic-minimum-income = Minimum living income
topic-minimum-income-ask = Who is entitled to the minimum living income?
topic-birth = Birth and childcare
topic-birth-ask = How long is birth leave?
topic-sick-leave = Sick leave
topic-sick-leave-ask = How much is paid during sick leave?
topic-work-record = Work record
topic-work-record-ask = How do I get my work record report?
topic-appointment = Change an appointment
topic-appointment-ask = Change an appointment
