"""Rules about people: danger, who asks for somebody, who wants nobody, and who waits."""

from agents.reception.policy.policy_input import DANGER_REASONS, SURELY_A_PERSON, Decision, PolicyInput

MOST_WAITING_WORDS = 12
"""The most words of a question about the person who was called, right after that."""


def danger(s: PolicyInput) -> Decision | None:
    """Someone in danger comes before everything. The words of a button are ours, and tell of none."""
    if s.pressed is not None or s.call.names_window:
        return None
    return next((Decision("hand_off", reason=reason) for label, reason in DANGER_REASONS if s.says(label)), None)


def still_in_danger(s: PolicyInput) -> Decision | None:
    """Nothing but people and care until a person comes, or there is said to be no danger, by the button or in words.
    What is asked with that is answered.
    """
    if not s.in_danger:
        return None
    if not says_safe(s):
        return Decision("notice", key=f"care-{s.handed_off}")
    asks = s.says("question") and (s.asks_on is not None or s.sure_matter is not None)
    return None if asks and s.pressed is None else Decision("notice", key="care-over")


def says_safe(s: PolicyInput) -> bool:
    """Whether who was taken to be in danger says that there is none."""
    return s.in_danger and (s.pressed == "reply-safe" or (s.says("safe") and not s.says("unsafe", "despair")))


def waits_for_person(s: PolicyInput) -> Decision | None:
    """Who comes, when, how: asked while a person is on the way. Who would rather call is told the number."""
    asked_of_it = s.task is None or (s.just_handed_off and s.says("after_hand_off"))
    if s.handed_off is None or s.sure_need is not None or not asked_of_it:
        return None
    if s.asks_number:
        return _number(s)
    short = len(s.screened.text.split()) <= MOST_WAITING_WORDS and not s.says("book", "change", "cancel", "affirm")
    asks_on = s.just_handed_off and short and s.says("question", "leans") and s.reading.need is None
    return Decision("notice", key="handoff-when") if s.says("after_hand_off") or asks_on else None


def _number(s: PolicyInput) -> Decision | None:
    """The numbers to call, where no matter is named."""
    people = next((need for need in s.catalogue if s.action(need) == "person"), None)
    return Decision("answer", need=people, aspect=s.reading.aspect) if people is not None and s.task is None else None


def wants_nobody(s: PolicyInput) -> Decision | None:
    """Nobody is wanted any more: the talk goes on here. What else is asked is answered after that."""
    called = s.handed_off is not None and not s.in_danger
    matter = s.sure_need is not None and s.action(s.sure_need) != "person"
    wishes = s.says("book", "change") or s.cancels
    asks = "?" in s.screened.text or s.reading.parts or matter or wishes
    return Decision("notice", key="offer-no_person") if called and s.says("no_person") and not asks else None


def person(s: PolicyInput) -> Decision | None:
    """From any state, in one turn. A yes to what was read back comes first: the rest is asked beside it."""
    if s.task is not None and s.task.question == "confirm" and s.says("affirm") and s.says("question"):
        return None
    if _answers_by_figure(s):
        return None
    surely = s.reading.confidence >= SURELY_A_PERSON
    needs_one = surely and s.action(s.sure_need) == "person" and not s.asks_number
    needs_one = needs_one and not s.says("book", "no_person", "asks_what")
    if s.says("person") or s.pressed == "reply-person" or needs_one:
        return Decision("hand_off", reason="asked")
    return None


def _answers_by_figure(s: PolicyInput) -> bool:
    """Whether it is the figure that was just asked for, and nothing else: elsewhere "0" calls an operator."""
    asked, said = s.asked, s.screened.text.strip(" .!")
    is_told = asked is not None and asked.about == "sum" and asked.input in s.sum_told.get(asked.sum, {})
    return is_told and said.isdecimal()


def accepts_person(s: PolicyInput) -> Decision | None:
    """A yes to "shall I put you through?", before a yes could mean anything else.

    "OK, leave it" is none, and "OK, thanks" closes what could not be answered. "OK. And how much is it?" asks on.
    """
    if s.asked is None or s.asked.about != "person" or not s.says("affirm") or s.wants_new:
        return None
    closes = s.asked.reason == "no_answer" and s.says("thanks")
    asks_on = s.asks_a_matter and not s.reading.words.outright
    leaves = closes or asks_on or s.says("deny", "lets_go", "drop", "cancel", "goodbye", "no_person")
    return None if leaves else Decision("hand_off", reason=s.asked.reason)


def perhaps_person(s: PolicyInput) -> Decision | None:
    """A person may be wanted, and nothing else is understood: offered, not called."""
    unclear = s.says("maybe_person") and not s.candidates and s.asks_on is None
    if unclear and s.asks_number:
        return _number(s)
    return Decision("notice", key="offer-person") if unclear and s.handed_off is None else None
