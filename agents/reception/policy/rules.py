"""An ordered list of rules: the first that applies decides. The order is the policy."""

from agents.reception.policy.call_backs import call_back
from agents.reception.policy.finding import matter_of_change, without_locator
from agents.reception.policy.matters import matter_to_book
from agents.reception.policy.needs import (
    clarify_or,
    decide_about_need,
    go_on_with,
    known_appointment,
    leans,
    picked_need,
    reply_to_condition,
    start_booking,
)
from agents.reception.policy.other_parts import with_other_parts
from agents.reception.policy.own_sum import own_sum
from agents.reception.policy.people import (
    accepts_person,
    danger,
    perhaps_person,
    person,
    still_in_danger,
    waits_for_person,
    wants_nobody,
)
from agents.reception.policy.policy_input import (
    BOOKS,
    COURTESIES,
    MOST_ANSWERING_WORDS,
    MOST_COURTESY_WORDS,
    MOST_REPEATING_WORDS,
    PLAIN,
    PLAIN_CHANGE,
    Decision,
    PolicyInput,
    Rule,
    not_understood,
    section_of,
)
from agents.reception.policy.standing import still_stands
from agents.reception.policy.waiting import about_place_in_line, place_by_code, wants_to_wait
from agents.reception.policy.within_task import within_task
from agents.reception.tasks.task import Booking, Cancellation, Change, is_unsure
from agents.understanding.labels.label_groups import FEELINGS, HEAVY
from agents.understanding.shared.labels import SURE
from knowledge.content.measures import Figure, Measure
from knowledge.passages import Aspect

HOW: Aspect = "how"
PERHAPS = 0.12
"""The probability from which a need may be meant by what seems to be another matter."""
MATTER_WORDS = 4
"""The least words of a question that says something of its matter."""


def decide(situation: PolicyInput) -> Decision:
    """The first rule that applies decides; the last one always does. What else was asked is answered after it."""
    if situation.reading.parts and situation.task is None:
        return with_other_parts(situation, _first_that_applies)
    return _first_that_applies(situation)


def _first_that_applies(situation: PolicyInput) -> Decision:
    for rule in RULES:
        decision = rule(situation)
        if decision is not None:
            return decision
    return not_understood(situation)


def unsettled(s: PolicyInput) -> Decision | None:
    """Settles a write of unknown outcome before anything else."""
    return Decision("settle", task=s.task) if s.task is not None and is_unsure(s.task) else None


def nothing_said(s: PolicyInput) -> Decision | None:
    """An empty message is no miss: it is told apart."""
    return Decision("notice", key="empty") if "empty" in s.screened.flags else None


def instructions(s: PolicyInput) -> Decision | None:
    """Attempts to steer the machine are declined; the dialogue stays where it was."""
    return Decision("notice", key="injection") if s.says("injection") else None


def language_wish(s: PolicyInput) -> Decision | None:
    """Only a change of language: say so. With more in the same turn, the rest is handled in the new language."""
    if s.reading.switch_to is None or s.sure_need or s.reading.slots or s.says("book", "change", "cancel"):
        return None
    return Decision(
        "notice", key="language-switched" if s.reading.switch_to in s.here.languages else "language-not-served"
    )


def how_to_reach_appointments(s: PolicyInput) -> Decision | None:
    """A citizen who asks which number to call for an appointment is told the number."""
    need = s.sure_need
    if s.says("book") and "channel" in s.reading.slots:
        return None  # "an appointment by phone"
    asked: Measure | Figure | None = s.reading.measure
    if asked is None and not s.says("book", "change", "cancel"):
        asked = s.reading.wanted.figure
    if s.task is None and need and s.about_appointments(need) and asked in ("phone", "url", "hours"):
        return Decision("answer", need=need, aspect=s.reading.aspect or "how")
    return None


def about_appointment(s: PolicyInput) -> Decision | None:
    """Change or cancel an appointment that exists."""
    if s.task is not None and not isinstance(s.task, Booking):
        return None
    changes = (s.changes and not _goes_there(s)) or (_another_time(s) and not s.cancels)
    task = known_appointment(s, Cancellation() if s.cancels else Change())
    if s.says("locator_lost") and task.code is None:
        return without_locator(s, task)
    return Decision("collect", need=s.sure_matter, task=task) if s.cancels or changes else None


def _goes_there(s: PolicyInput) -> bool:
    """Whether who was told how a matter is done only says when they would go: "I'd rather go on Tuesday"."""
    told = s.need is not None and not s.about_appointments(s.need) and s.booked is None
    sure = s.action(s.sure_need) == "change_appointment" and s.reading.confidence >= PLAIN_CHANGE
    return told and s.gives_values and not (sure or s.says("has_appointment") or s.pressed)


def cancelled_already(s: PolicyInput) -> Decision | None:
    """ "Is it really cancelled?", right after it was."""
    about = s.says("cancel") or s.action(s.sure_need) == "change_appointment"
    if s.task is not None or s.done != "cancelled" or "locator" in s.reading.slots or s.wants_new:
        return None
    if s.reading.words.supposes and s.says("question"):  # "and if I don't go to the other one?"
        return Decision("answer", need=matter_of_change(s), aspect=s.reading.aspect)
    return Decision("notice", key="appointment-gone") if about else None


def _another_time(s: PolicyInput) -> bool:
    """ "Could it be another day?", "rather by phone", with no matter of its own, after an appointment was made."""
    times = {"move", "date", "time", "part_of_day"} & s.reading.slots.keys()
    another_way = s.reading.words.rather and {"channel", "channel_not"} & s.reading.slots.keys()
    books = s.says("book") and not (another_way and s.says("question") and not s.reading.words.anew)
    asks_else = s.sure_matter or (s.reading.aspect and not another_way) or s.wants_figure
    asks_else = asks_else or books or s.says(*COURTESIES)  # "is there an appointment by phone instead of going?"
    asks_else = asks_else or (s.says("affirm") and not s.says("question"))  # "at nine, I said, yes, confirmed"
    return s.booked is not None and s.task is None and bool(times or another_way) and not asks_else


def wants_booking(s: PolicyInput) -> Decision | None:
    """An appointment is asked for, or a yes to the offer of one."""
    answers = s.says("affirm") and not s.sure_need and (s.gives_values or not s.says("question"))
    accepted = s.asked is not None and s.asked.about == "book" and answers
    asks = s.says("question") and s.reading.aspect is not None  # "do I have to ask for a new one for that?"
    anew = s.reading.words.anew and s.done == "cancelled" and not asks  # "and now the new one"
    if not (accepted or anew or s.says("book") or s.pressed in BOOKS):
        return None
    goes_on = len(s.screened.text.split()) > MOST_ANSWERING_WORDS or s.says("thanks", "ack", "drop", "goodbye")
    if accepted and goes_on and not s.says("book"):
        return None  # "ok, thanks" closes what was said; "right, and one last thing…" is no yes to an appointment
    offered = s.asked.needs[0] if accepted and s.asked and s.asked.needs else None
    need = matter_to_book(s, offered)
    if need is None and len(s.candidates) > 1 and not s.about_appointments(s.candidates[0].need):
        return clarify_or(s, lambda chosen: start_booking(s, chosen), books=True)
    return start_booking(s, need)


def takes_leave(s: PolicyInput) -> Decision | None:
    """A few words of thanks or goodbye that ask and tell nothing, whatever they resemble and whatever was asked for: a
    no or an "OK" with thanks wants nothing more, and only a yes or a no without them answers.
    """
    asks = s.says("question", "leans", "book", "change", "cancel", "person", "correct", "complaint", "insult")
    asks = asks or "?" in s.screened.text or bool(s.reading.parts) or s.reading.aspect is not None or s.wants_figure
    tells = s.gives_values or bool(s.reading.conditions) or any(s.sum_told.values()) or s.says(*HEAVY, "unsafe")
    words = len(s.screened.text.split())
    if s.task is not None or words > MOST_ANSWERING_WORDS or asks or tells:
        return None
    declines = s.says("thanks") and s.says("deny", "ack") and words <= MOST_COURTESY_WORDS
    answers = s.asked is not None and s.says("affirm", "deny") and not declines
    if s.says("goodbye"):
        return Decision("close")
    named = s.sure_need is not None and s.reading.confidence >= PLAIN and not declines
    return Decision("notice", key="thanks") if s.says("thanks") and not (answers or named) else None


def drops_matter(s: PolicyInput) -> Decision | None:
    """ "Well, never mind", and nothing else: what was spoken of is left, and no appointment is asked about."""
    asks = s.says("question", "book", "change", "despair", "unsafe") or s.sure_matter is not None or s.gives_values
    drops = s.lets_go or s.says("drop")
    return Decision("notice", key="anything-else") if drops and not asks else None


def reply_to_clarification(s: PolicyInput) -> Decision | None:
    """The citizen picks one of two needs."""
    picked = picked_need(s)
    if picked is None and s.asked is not None and s.asked.about == "clarify" and s.asked.books:
        goes_on = s.gives_values and "option" not in s.reading.slots and s.sure_need is None and not s.says("deny")
        picked = s.asked.needs[0] if goes_on else None  # when or where is told instead: it is read back with each offer
    return go_on_with(s, picked) if picked is not None else None


def yes_or_no(s: PolicyInput) -> Decision | None:
    """A bare yes or no, read against the question it answers."""
    if s.sure_need is not None:
        return None
    option = s.reading.slots.get("option")
    bare = not s.says("question") and s.asks_on is None  # "no, I am the one who owes. And the house?" goes on asking
    bare = bare and len(s.screened.text.split()) <= MOST_ANSWERING_WORDS
    if s.asked is not None and ((bare and s.says("deny")) or (option is not None and option.value == "none")):
        return Decision("notice", key="greeting-ask" if s.asked.about == "clarify" else "anything-else")
    return None


def own_case(s: PolicyInput) -> Decision | None:
    """Questions about one's own file: how to consult it, and a person; nothing is looked up here."""
    if not s.says("personal_data") or s.lies_outside:
        return None
    if s.reading.measure and s.candidates and s.candidates[0].need != s.own_case and not s.sure_matter:
        return None  # a figure of some matter is asked for
    if s.about_us(s.asks_on or s.sure_matter):
        return None  # "do you keep what I write?" asks for nobody's file
    matter, unsaid = (s.asks_on, None) if s.asks_on else (s.sure_matter, HOW)
    if matter not in (None, s.own_case):
        return Decision("answer", key="answer-own-amount", need=matter, aspect=s.reading.aspect or unsaid)
    return Decision("answer", key="answer-own-case", need=s.own_case, aspect="how")


def heard(s: PolicyInput) -> Decision | None:
    """A feeling, and nothing asked: it is heard, and there is an offer. With a question, the sentence goes before."""
    cheers = s.says("joy") and not s.says("question") and s.sure_need is None
    about_nothing = s.sure_need is None or s.action(s.sure_need) in ("person", "emergency")
    sinks = s.says("despair") and about_nothing and "?" not in s.screened.text
    wishes = s.says("informal") and len(s.screened.text.split()) <= MOST_REPEATING_WORDS
    if (s.asks_something and not (cheers or sinks or wishes)) or s.says("affirm", "deny") or s.gives_values:
        return None
    feeling = next((label for label in FEELINGS if s.says(label)), None)
    if feeling is None and s.reading.need is not None and s.action(s.reading.need) == "emergency":
        feeling = "unsafe"
    return None if feeling is None else Decision("notice", key=f"offer-{feeling}")


def takes_note(s: PolicyInput) -> Decision | None:
    """ "OK" and the like to what was told: said shortly, and nothing is asked again.

    To "anything else, or an appointment?" it is no yes: the offer stands.
    """
    answers = s.asked is not None and s.asked.about not in ("book", "condition")
    tells = s.reading.leaning and s.reading.conditions and s.need is not None  # "ah, I am 24": it may change the answer
    if not s.says("ack") or s.task is not None or answers or tells or s.asks_something:
        return None
    if s.says("thanks", "goodbye", "greeting", "complaint", "deny", *FEELINGS) or s.done is not None:
        return None
    return Decision("notice", key="ack")


def chosen_question(s: PolicyInput) -> Decision | None:
    """One of the questions that were offered."""
    if s.chosen is None:
        return None
    unit = s.offered[s.chosen]
    return Decision("answer", need=unit.need, unit=unit, offered=tuple(s.offered.values()), text=s.chosen)


def pressed_aspect(s: PolicyInput) -> Decision | None:
    """A quick reply about the need on the table."""
    section = section_of(s.pressed)
    return Decision("answer", need=s.need, aspect=section) if s.need is not None and section else None


def easier_words(s: PolicyInput) -> Decision | None:
    """ "I don't follow, in simpler words": the same matter in its easy-read version, when it has been spoken of."""
    asks = s.pressed in ("reply-easier", "reply-go-on") or (
        s.says("easier") and not s.says("goodbye", "thanks", "drop")
    )
    if s.need is None or s.sure_need or not asks:
        return None
    return Decision("answer", need=s.need, aspect=s.aspect, easier=True)


def asks_about_need(s: PolicyInput) -> Decision | None:
    """The plain case: a need is named. One that is only likely is answered too, and named: to ask first costs everybody
    a turn, to be answered beside only those whose need was guessed wrong.
    """
    best = s.candidates[0].need if s.candidates else _of_the_likeliest(s)
    if best is None:
        return None
    if s.action(best) == "change_appointment" and s.only_supposes:
        return Decision("answer", need=best, aspect=s.reading.aspect)
    if s.action(best) == "change_appointment" and not s.changes and not s.cancels:
        return Decision("clarify", options=(best,), aspect=s.reading.aspect)  # before its locator is asked for
    if s.need is not None and s.leans_on(s.need):
        best = s.need
    return decide_about_need(s, best)


def _of_the_likeliest(s: PolicyInput) -> str | None:
    """The likeliest where none is likely by itself, and it is beyond doubt that it is one of two."""
    likeliest = s.reading.alternatives[:2]
    if s.reading.out_of_scope or s.asks_on or sum(one.confidence for one in likeliest) < SURE:
        return None
    return likeliest[0].need


def perhaps_ours(s: PolicyInput) -> Decision | None:
    """Another matter, it seems, but one of ours may well be meant: told as doubtful, before it is refused. Of 1,243
    questions that no article answers and that were refused 113 come so far; of 8 first ones of strangers, 5.
    """
    likeliest = s.reading.alternatives[:1]
    ours = bool(likeliest) and likeliest[0].confidence >= PERHAPS and s.action(likeliest[0].need) in ("answer", "refer")
    if not (s.says("other_matter") and ours) or s.says("thanks", "goodbye", "lets_go", "drop"):
        return None
    return Decision("answer", need=likeliest[0].need)


def manners(s: PolicyInput) -> Decision | None:
    """Greetings, thanks, goodbyes, complaints, insults and "say that again"; what cannot be helped with."""
    if s.only_greets_first:
        return _unserved(s) if s.lies_outside or s.says("other_matter") else None
    for label, decision in (
        ("complaint", Decision("notice", key="complaint")),
        ("goodbye", Decision("close")),
        ("insult", Decision("notice", key="insult")),
        ("repeat", Decision("notice", key="repeat")),
        ("thanks", Decision("notice", key="thanks")),
        ("greeting", Decision("notice", key="greeting-again")),
    ):
        if label in s.reading.labels and (label != "repeat" or s.wants_again):
            return decision
    return _unserved(s)


def _unserved(s: PolicyInput) -> Decision | None:
    if s.says("other_matter"):
        return Decision("notice", key="answer-other-matter")
    return Decision("notice", key="out-of-scope") if s.says("out_of_scope") else None


def courtesy(s: PolicyInput) -> Decision | None:
    """Courtesies with nothing surer beside them; no greeting answers the question that comes with it."""
    if s.sure_need is not None or s.only_greets_first:
        return None
    return manners(s) if s.says(*COURTESIES) else None


def about_the_table(s: PolicyInput) -> Decision | None:
    """A question that names nothing known, in the middle of a matter: what is nearest to it there is told first."""
    asks = "?" in s.screened.text and len(s.screened.text.split()) >= MATTER_WORDS
    known = s.need is not None and s.action(s.need) in ("answer", "refer")
    return Decision("answer", need=s.need) if asks and known and s.task is None and not s.reading.out_of_scope else None


def yes_again(s: PolicyInput) -> Decision | None:
    """ "OK, go ahead" once more when the appointment has been confirmed: nothing else begins."""
    if s.task or s.asked or s.done is None or not s.says("affirm") or s.reading.need or s.reading.alternatives:
        return None
    return Decision("notice", key="appointment-made" if s.done == "booked" else "anything-else")


RULES: tuple[Rule, ...] = (
    danger,
    call_back,
    person,
    unsettled,
    nothing_said,
    still_in_danger,
    chosen_question,
    instructions,
    language_wish,
    accepts_person,
    wants_nobody,
    about_place_in_line,
    waits_for_person,
    within_task,
    takes_leave,
    own_sum,
    reply_to_condition,
    how_to_reach_appointments,
    still_stands,
    cancelled_already,
    about_appointment,
    pressed_aspect,
    easier_words,
    place_by_code,
    wants_to_wait,
    drops_matter,
    takes_note,
    wants_booking,
    reply_to_clarification,
    yes_or_no,
    heard,
    own_case,
    leans,
    courtesy,
    asks_about_need,
    perhaps_ours,
    perhaps_person,
    manners,
    yes_again,
    about_the_table,
)
