"""Rules for a turn in the middle of a task: yes, no, a value, a correction, a question aside."""

from dataclasses import replace

from agents.reception.policy.another_task import another_task
from agents.reception.policy.beside import WHEN, asks_back, help_key, tells_papers, topic_aside, with_questions
from agents.reception.policy.finding import (
    accepts_person,
    accepts_repair,
    has_no_locator,
    undoes,
    waits_for_value,
    without_locator,
    without_phone,
)
from agents.reception.policy.keeping import goes_ahead, holds_only, keeps_all, keeps_booked
from agents.reception.policy.needs import clarify_or, general_booking, picked_need, start_booking
from agents.reception.policy.policy_input import (
    COURTESIES,
    TASK_SLOTS,
    Decision,
    PolicyInput,
    is_plain,
    not_understood,
)
from agents.reception.policy.standing import stands_within
from agents.reception.policy.waiting import does_not_wait, queues, wants_list
from agents.reception.tasks.task import (
    EXPECTED,
    AppointmentTask,
    Attendee,
    Booking,
    Leaving,
    Reference,
    SlotSearch,
    SlotTask,
    Task,
    TaskQuestion,
    hold_of,
    reopened,
)
from agents.reception.tasks.task import queues as is_queueing
from agents.routing.rules import choose_channel
from agents.understanding.labels.label_groups import FEELINGS, HEAVY
from tools.offices.slots import Hold
from tools.reading.dates.bare_weekday import is_bare_weekday
from tools.reading.slots import SlotName, SlotValue

_LIKELY = 0.15
"""The least probability of a need that nobody has to be sure of."""
_NEAR, _PLAIN_MATTER = 0.25, 0.75
"""Of a commoner need beside one that is likelier; from where the likelier one is not asked about."""
_YES_OR_NO: frozenset[TaskQuestion] = frozenset({"confirm", "option", "visit", "email"})
"""Questions that a yes answers."""
_CORRECTED: frozenset[TaskQuestion] = frozenset({"place", "option", "document", "phone"})
"""Questions to which a no says that something was taken wrongly."""
_BESIDE_CANCEL: frozenset[SlotName] = frozenset(
    {"option", "date_not", "channel", "town_again", "move", "when_unread"}
)  # fmt: skip
"""Slots that a message which gives the booking up may have: "cancel it, I can't on Tuesday", "leave it, too soon"."""


def within_task(s: PolicyInput) -> Decision | None:
    """A turn in the middle of a task: yes, no, a value, a correction, a question aside."""
    if s.task is None:
        return None
    task = s.task
    decision = stands_within(s, task) or with_questions(s, task, lambda own: _decide(own, task)) or _decide(s, task)
    if decision is not None:
        return decision
    courteous = s.says(*COURTESIES, *FEELINGS, "ack") and not _answers_yes(s, task)
    return None if courteous else not_understood(s)


def _decide(s: PolicyInput, task: Task) -> Decision | None:
    """The first rule that applies."""
    return next((decision for rule in _RULES if (decision := rule(s, task)) is not None), None)


def _dropped(s: PolicyInput, task: Task) -> Decision:
    """What is under way is left; what is asked beside that is answered."""
    topic = s.sure_matter if s.says("question") and not s.says("deny") else None  # "no, nobody died; leave it"
    if topic is not None:
        key = f"{task.kind}-abandoned"
        return Decision("answer", key=key, need=topic, aspect=s.reading.aspect, ends_task=True)
    return Decision("abandon", task=task)


def _leaves(s: PolicyInput, task: Task) -> Decision | None:
    cancels = s.says("cancel") and isinstance(task, Booking)
    drops = s.says("drop") and not s.says("book", "affirm", *HEAVY, "unsafe")  # who despairs of it is heard first
    drops = drops and not (s.says("question") and "channel" in s.reading.slots)  # "then by phone, is that possible?"
    if s.pressed == "reply-cancel-booking" or ((cancels or drops) and s.reading.slots.keys() <= _BESIDE_CANCEL):
        return _dropped(s, task)
    if s.says("no_phone") and isinstance(task, AppointmentTask) and isinstance(task.target, Reference):
        return without_phone(s, task, task.target)
    if s.says("goodbye") and not (s.reading.slots or s.says("question") or _answers_yes(s, task)):
        return _takes_leave(s, task)
    if s.says("locator_lost") or s.pressed == "reply-no-locator":
        return without_locator(s, task)
    return None


def _answers_yes(s: PolicyInput, task: Task) -> bool:
    """Whether it is a yes to what is asked, whatever goodbye is heard beside it: "oui, c'est bon" sounds like one."""
    return s.says("affirm") and not s.says("drop") and task.question in _YES_OR_NO


def _takes_leave(s: PolicyInput, task: Task) -> Decision:
    """A goodbye. To what was read back it is no answer, and who goes may take it for done: it is asked for once."""
    waits = task.question == "confirm" and s.misses == 0 and not s.says("deny")
    return Decision("collect", key="not-done-yet", task=task, understood=False) if waits else Decision("close")


def _confirms(s: PolicyInput, task: Task) -> Decision | None:
    if task.question != "confirm":
        return None
    task = _with_contact(s, task)
    agrees = _agrees(s) or keeps_all(s, task)
    asks_too = agrees and s.says("question") and not keeps_all(s, task)
    if _corrects(s, task, asks_too=asks_too) and not keeps_all(s, task):
        return None
    if s.says("affirm") and s.reading.reserved:
        if s.says("question") and (aside := _answers_aside(s, task)):
            return aside  # "yes, but may my husband come instead?": answered first, and read back again
        changes = isinstance(task, SlotTask) and not is_queueing(task)
        return Decision("collect", key="what_change" if changes else "", task=task)
    if agrees:
        queues = isinstance(task, Leaving) or is_queueing(task)
        told = s.reading.aspect == "documents" and tells_papers(s, task)
        aside = _answers_aside(s, task) if asks_too and not (queues or told) else None
        if aside is not None and aside.route == "answer":
            return replace(aside, route="commit", aside=True)
        return Decision("queue" if queues else "commit", task=task)
    return _not_confirmed(task) if s.says("deny") or s.pressed == "reply-no" else None


def _agrees(s: PolicyInput) -> bool:
    """Whether it is a yes and nothing else beside it."""
    agrees = s.says("affirm") or s.reading.words.ahead
    return s.pressed == "reply-yes" or (agrees and not s.says("deny", "drop"))


def _corrects(s: PolicyInput, task: Task, *, asks_too: bool) -> bool:
    """Whether it changes something of what was read back. A day or an hour in what is asked beside the yes does not."""
    aside = asks_too and (s.reading.aspect is not None or s.sure_need is not None) and isinstance(task, SlotTask)
    said = TASK_SLOTS & s.reading.slots.keys()
    values = bool(said) and not (aside and said <= WHEN) and not _repeats(s, task)
    plain_yes = s.says("affirm") and not s.reading.reserved  # "yes, it's for me" changes nothing; "yes, but…" does
    own = s.says("oneself") and task.person.for_other and not plain_yes
    return values or _for_another(s, task) or own


def _not_confirmed(task: Task) -> Decision:
    """The meaning of a no to the read-back."""
    if isinstance(task, Booking) and task.queues:
        return does_not_wait(task)
    if isinstance(task, Booking) and not task.seat.holds_offer:
        return Decision("collect", key="what_change", task=task)
    return Decision("abandon", task=task)


def _with_contact(s: PolicyInput, task: Task) -> Task:
    """The task with a telephone given beside the yes, where the one that is called was not read back."""
    phone = s.reading.slots.get("phone")
    called = isinstance(task, SlotTask) and task.search.channel == "phone"
    if phone is None or called or not s.says("affirm"):
        return task
    return replace(task, person=replace(task.person, phone=phone.value))


def _repeats(s: PolicyInput, task: Task) -> bool:
    """Whether the slots only say again what was read back, as in "yes, on Tuesday at nine"."""
    person = task.person
    same = {"document": person.document, "phone": person.phone, "email": person.email, "locator": task.code}
    hold = hold_of(task)
    if hold is not None:
        start = hold.slot.starts_at
        same |= {"date": start.date().isoformat(), "time": f"{start:%H:%M}", "channel": hold.slot.channel}
    said = ((name, value) for name, value in s.reading.slots.items() if name in TASK_SLOTS)
    return all(same.get(name) == value.value or _is_weekday_of(hold, name, value) for name, value in said)


def _is_weekday_of(hold: Hold | None, name: SlotName, value: SlotValue) -> bool:
    """Whether it is the weekday of the slot held, named alone."""
    return hold is not None and name == "date" and is_bare_weekday(value.text, hold.slot.starts_at.date())


def _for_another_need(s: PolicyInput, task: Task) -> Decision | None:
    """The booking under way is for another need than was understood; what was said of place, day and person stays."""
    if not isinstance(task, Booking) or task.need is None:
        return None
    expects = s.says("correct", "matter") or task.question == "what_change"
    corrects = expects and not s.says("question") and not s.gives_values
    named = s.matter_instead
    refuses = s.says("correct") or (s.says("deny") and is_plain(s.reading))  # "not widows': it is for an orphan"
    names_it = s.says("book", "matter") or (not s.says("question") and (refuses or s.about_appointments(task.need)))
    other = named or (s.sure_matter if names_it else None) or (s.likely_matter if corrects else None)
    if other is None or other == task.need:
        return None
    if not (named or s.catalogue[other].policy.bookable or s.says("book", "matter") or is_plain(s.reading)):
        return None  # a complaint that sounds like a question about the service is no other appointment
    decision = _for_need(s, replace(_at_the_same_time(reopened(task)), seat=task.seat.emptied(), advised=()), other)
    return replace(decision, ends_task=decision.route == "answer")  # it is done elsewhere, or without appointment


def _at_the_same_time(task: Booking) -> Booking:
    """The day and the hour of the seat held stay wished: only what it is for was wrong."""
    only = task.seat.shown[0] if len(task.seat.shown) == 1 else None
    if only is None:
        return task
    day = only.starts_at.date()
    return replace(task, search=replace(task.search, not_before=day, not_after=day, time=f"{only.starts_at:%H:%M}"))


def _asks_aside(s: PolicyInput, task: Task) -> Decision | None:
    expected = _answers_task(s, task)
    asks = s.says("question") or (s.reading.aspect is not None and not s.gives_values)
    answers = s.says("deny", "correct") or (s.says("affirm") and task.question in _YES_OR_NO)
    if task.question == "need" or expected or not asks or answers:
        return None
    if s.gives_values and isinstance(task, SlotTask) and s.sure_matter in (None, task.need):
        return None  # "where is that? and something on Wednesday": values are taken before a question is guessed at
    return _answers_aside(s, task)


def _answers_task(s: PolicyInput, task: Task) -> bool:
    """Whether the message answers what the task waits for."""
    return not (EXPECTED[task.question] | {"document"}).isdisjoint(s.reading.slots)


def _answers_aside(s: PolicyInput, task: Task) -> Decision | None:
    """About the matter named or on the table; a question that names none is about what was just asked, if anything."""
    topic = topic_aside(s, task)
    if asks_back(s, task):
        return Decision("notice", key=help_key(s, task))
    if s.sure_need is None and s.reading.aspect is None and (s.asks_elsewhere or s.lies_outside):
        return Decision("notice", key="out-of-scope")
    return None if topic is None else Decision("answer", need=topic, aspect=s.reading.aspect, task=task)


def _fills(s: PolicyInput, task: Task) -> Decision | None:
    pressed = s.pressed in ("reply-other-dates", "reply-other-office", "reply-nearby")
    numbered = task.question in ("option", "what_change") and "number" in s.reading.slots
    asked = isinstance(task, Booking) or "document" in EXPECTED[task.question]
    if s.says("passport") and asked and "document" not in s.reading.slots:
        after_all = task.person.by_passport and s.says("deny", "correct", "question")  # "what passport? she has none"
        return Decision("collect", task=replace(task, person=replace(task.person, by_passport=not after_all)))
    if s.says("question") and _answers_task(s, task) and (s.sure_matter is not None or s.reading.aspect is not None):
        aside = _answers_aside(s, task)
        if aside is not None and aside.route == "answer":
            return replace(aside, route="collect", aside=True)
    own = s.says("oneself") and task.person.for_other
    if s.says("oneself") and isinstance(task, Booking) and not (own or s.gives_values or s.says("question")):
        return Decision("collect", key="book-for-self", task=task)  # so it was understood, and is said so
    if isinstance(task, SlotTask) and not s.gives_values and _takes_nearby(s, task):
        there = replace(task.search, office_id=task.search.nearby, nearby=None)
        return Decision("collect", task=replace(task, search=there))
    fills = pressed or numbered or s.gives_values or own or _for_another(s, task)
    return Decision("collect", task=task) if fills else None


def _takes_nearby(s: PolicyInput, task: SlotTask) -> bool:
    """Whether it is a yes where nothing is free but in the other office that was told."""
    return task.question == "option" and not task.seat.offers and task.search.nearby is not None and _agrees(s)


def _for_another(s: PolicyInput, task: Task) -> bool:
    """Whether the turn says that all this is for somebody else; "yes; and may my daughter come?" does not."""
    exists = isinstance(task, AppointmentTask) and task.current is not None
    asks = task.question == "confirm" and s.says("affirm") and s.says("question")
    return s.says("third_person") and not (s.says("oneself") or task.person.for_other or exists or asks)


def _names_need(s: PolicyInput, task: Task) -> Decision | None:
    """The need of the appointment, by name or as one of two; everything said of it before is kept."""
    if not isinstance(task, Booking) or task.question != "need":
        return None
    if wants_list(s) and s.has_waiting_list:
        task = task.queueing()
    booking, picked = task, picked_need(s) or s.matter_instead or _bookable(s)
    if picked is not None:
        return _for_need(s, booking, picked)
    if (commoner := _commoner(s)) is not None:
        return Decision("clarify", options=(commoner, s.candidates[0].need), aspect=s.reading.aspect)
    if s.candidates:
        return clarify_or(s, lambda need: _for_need(s, booking, need))
    if (likeliest := _likeliest(s)) is not None:
        return _for_need(s, booking, likeliest)
    return _for_no_need(s, booking)


def _commoner(s: PolicyInput) -> str | None:
    """The commoner need that the likeliest is often taken for, where it is not much less likely: "I was widowed two
    months ago" is asked which pension it means.
    """
    best = next(iter(s.candidates), None)
    if best is None or best.confidence >= _PLAIN_MATTER:
        return None
    near = s.catalogue[best.need].confusable
    return next((one.need for one in s.reading.alternatives if one.need in near and one.confidence >= _NEAR), None)


def _likeliest(s: PolicyInput) -> str | None:
    """The likeliest need of a message that says what the appointment is for: it is read back with every offer."""
    takes = [one for one in s.reading.alternatives if one.need in s.catalogue and s.action(one.need) == "answer"]
    return takes[0].need if s.says("matter") and takes and takes[0].confidence >= _LIKELY else None


def _for_no_need(s: PolicyInput, task: Booking) -> Decision | None:
    """Nobody has to name a matter: who goes on telling when and where gets an appointment without one."""
    known = task.search != SlotSearch() or task.person != Attendee()
    return general_booking(s, task) if known and s.gives_values else None


def _bookable(s: PolicyInput) -> str | None:
    """The likeliest need that takes an appointment, when a likelier one takes none: an appointment is asked for."""
    takes = [one.need for one in s.candidates if s.catalogue[one.need].policy.bookable]
    unlikely = not takes or takes[0] == s.candidates[0].need or s.about_appointments(takes[0])
    return None if unlikely else takes[0]


def _for_need(s: PolicyInput, task: Booking, need: str) -> Decision:
    started = start_booking(s, need)
    if not isinstance(started.task, Booking) or started.task.need is None:
        return replace(started, ends_task=started.route == "answer")  # it needs no appointment, or another way
    channel = choose_channel(s.catalogue[started.task.need], task.search.channel) or started.task.search.channel
    search = replace(task.search, channel=channel)
    known = replace(task, need=started.task.need, service=started.task.service, search=search)
    return replace(started, task=known)


def _takes_offer(s: PolicyInput, task: Task) -> Decision | None:
    """A yes to what is on offer: which of them, is asked, unless there is only one."""
    accepts = s.says("affirm") and not s.says("complaint", "insult", "repeat")
    if not isinstance(task, SlotTask) or not task.seat.offers:
        return None
    only = task.seat.offers[0] if len(task.seat.offers) == 1 else None
    keeps = task.question == "what_change" and (accepts or s.says("deny")) and not s.says("drop", "change")
    if task.question == "option" and accepts and only is None:
        return Decision("collect", key="book-say-which", task=task)
    if only is None or not (keeps or (task.question == "option" and accepts)):
        return None  # "no, I don't want to change anything" keeps what was read back
    return holds_only(task, only)


def _says_again(s: PolicyInput, task: Task) -> Decision | None:
    """The town that is searched in, said once more."""
    again = isinstance(task, SlotTask) and "town_again" in s.reading.slots
    return Decision("collect", task=task) if again and not s.says("question") else None


def _declines(s: PolicyInput, task: Task) -> Decision | None:
    if task.question == "confirm" or not s.says("deny") or s.says("book", *HEAVY, "unsafe"):
        return None
    if isinstance(task, Booking) and task.queues:
        return does_not_wait(task)
    if isinstance(task, SlotTask) and task.question in _CORRECTED and task.service is not None:
        return Decision("collect", key="what_change", task=task)
    return Decision("abandon", task=task)


def _goes_on(s: PolicyInput, task: Task) -> Decision | None:
    """The wish said again, another need asked about without a question mark, or the same one asked on about."""
    if s.says("change") and isinstance(task, Booking):
        return Decision("collect", key="what_change", task=task)
    if s.says("book", "change", "cancel"):
        return Decision("collect", task=task)
    if matter := s.asks_on or s.sure_matter:
        return Decision("answer", need=matter, aspect=s.reading.aspect, task=task)
    return None


_RULES = (
    keeps_booked, goes_ahead, _for_another_need,
    undoes, another_task, accepts_person, accepts_repair, waits_for_value, _leaves, _names_need,
    queues, _confirms, _asks_aside, has_no_locator, _fills, _takes_offer, _says_again, _declines,
    _goes_on,
)  # fmt: skip
"""In order: the first that applies decides."""
