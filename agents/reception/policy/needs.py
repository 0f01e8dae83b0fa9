"""Decisions about a need: answer it, book for it, go on with the one on the table."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from agents.reception.policy.matters import matter_before
from agents.reception.policy.policy_input import CLOSE, SURELY_A_PERSON, Decision, PolicyInput
from agents.reception.tasks.task import AppointmentTask, Booking, Change, OpenQuestion, Reference, SlotSearch
from agents.routing.rules import choose_channel, kind_of
from agents.understanding.reading import PartWords
from agents.understanding.shared.labels import SURE
from knowledge.channels import Channel


def start_booking(s: PolicyInput, need: str | None) -> Decision:
    """A booking for the need; where there is none, the way: the office without appointment, another body, the page."""
    kind = kind_of(s.catalogue[need]) if need is not None else "change"
    asked: Channel | None = "phone" if s.pressed == "reply-phone-booking" else None
    if need is None or kind == "change":
        return Decision("collect", task=Booking(search=SlotSearch(channel=asked) if asked else SlotSearch()))
    match kind:
        case "emergency":
            return Decision("notice", key="offer-unsafe")
        case "person":
            return Decision("hand_off", reason="asked")
        case "other_body":
            return Decision("answer", need=need, aspect="how")
        case "walk_in" | "online" as way:
            key = "book-walk-in" if way == "walk_in" else "book-not-needed"
            return _insisted_on(s, need, way) or Decision("answer", key=key, need=need, aspect="how")
    service, channel = s.catalogue[need].policy.service, choose_channel(s.catalogue[need], asked) or "in_person"
    booking = Booking(need=need, service=service, search=SlotSearch(channel=channel))
    return Decision("collect", need=need, task=booking)


def _insisted_on(s: PolicyInput, need: str, way: Literal["walk_in", "online"]) -> Decision | None:
    """The appointment asked for again, after it was told that the need has none: for something else, or in general."""
    if s.need != need or not s.says("book"):
        return None
    if way == "online":
        return general_booking(s, Booking(), body=s.catalogue[need].body)
    for_another = s.aspect == "how" and s.says("deny", "correct") and not _names(s, need)
    return Decision("collect", task=Booking()) if for_another else None  # else it is told again that none is needed


def general_booking(s: PolicyInput, task: Booking, body: str | None = None) -> Decision | None:
    """The booking for no matter in particular: it is said at the office what it is for. None where there is no such,
    or not with that ``body``.
    """
    general = next((need for need in s.catalogue if s.action(need) == "appointment"), None)
    if general is None or body not in (None, s.catalogue[general].body):
        return None
    service, channel = s.catalogue[general].policy.service, choose_channel(s.catalogue[general], None) or "in_person"
    search = replace(task.search, channel=channel)
    return Decision("collect", key="book-general", task=replace(task, need=general, service=service, search=search))


def _names(s: PolicyInput, need: str) -> bool:
    """Whether the turn itself names the need, and does not only go on about it."""
    return s.sure_need == need and s.asks_on is None


def known_appointment(s: PolicyInput, task: AppointmentTask) -> AppointmentTask:
    """The task with the appointment this conversation made, unless another is named. Whose it is, is asked again."""
    return task if s.booked is None or "locator" in s.reading.slots else replace(task, target=Reference(s.booked))


def clarify_or(s: PolicyInput, go_on: Callable[[str], Decision], *, books: bool = False) -> Decision:
    """Go on with the best need, unless a second one is too close to choose for the citizen: the commoner first."""
    best, *others = s.candidates
    close = [other for other in others if best.confidence - other.confidence < CLOSE]
    if close and best.confidence < SURE:
        second = close[0].need
        commoner_second = second in s.catalogue[best.need].confusable
        options = (second, best.need) if commoner_second else (best.need, second)
        return Decision("clarify", options=options, aspect=s.reading.aspect, books=books)
    return go_on(best.need)


def picked_need(s: PolicyInput) -> str | None:
    """The need picked when one or two were asked about: by a yes, its order, its name, or by saying more."""
    if s.asked is None or s.asked.about != "clarify":
        return None
    if len(s.asked.needs) == 1 and s.says("affirm") and not s.says("deny"):
        return s.asked.needs[0]
    if (by_order := _by_order(s, s.asked)) is not None:
        return by_order
    said = s.screened.text.casefold()
    for need in s.asked.needs:
        if said in {name.casefold() for name in s.catalogue[need].names.values()}:
            return need
    if s.sure_need is not None and s.sure_need not in s.asked.needs:
        return None
    return next((candidate.need for candidate in s.candidates if candidate.need in s.asked.needs), None)


def _by_order(s: PolicyInput, asked: OpenQuestion) -> str | None:
    option = s.reading.slots.get("option")
    if option is None or not asked.needs:
        return None
    if option.value.isdigit():
        number = int(option.value)
        return asked.needs[number - 1] if 1 <= number <= len(asked.needs) else None
    return {"last": asked.needs[-1], "both": asked.needs[0]}.get(option.value)


def go_on_with(s: PolicyInput, need: str) -> Decision:
    """The need picked, with the wish that was not clear: its appointment, its side, its words; the other after it."""
    assert s.asked is not None
    option = s.reading.slots.get("option")
    others = [other for other in s.asked.needs if other != need] if option and option.value == "both" else []
    decision = start_booking(s, need) if s.asked.books else decide_about_need(s, need)
    if decision.route == "answer":
        decision = replace(decision, aspect=decision.aspect or s.asked.aspect, text=s.asked.text)
    words = PartWords(s.asked.text)
    plain = replace(s.reading, confidence=1.0, alternatives=(), parts=(), words=words)
    also = tuple(replace(plain, need=other) for other in others)
    return replace(decision, also=also, aside=decision.aside or (bool(also) and decision.route == "collect"))


def decide_about_need(s: PolicyInput, need: str) -> Decision:
    """A need was named: answer it, or go where it leads."""
    kind = kind_of(s.catalogue[need])
    if kind == "emergency":  # danger has words of its own: a matter alone is asked about kindly
        return Decision("notice", key="offer-unsafe")
    if kind == "person":
        if s.says("no_person"):
            return Decision("notice", key="anything-else")
        if s.asks_number and not s.says("person"):
            return Decision("answer", need=need, aspect=s.reading.aspect)
        if s.handed_off is not None and not s.says("person"):
            return Decision("notice", key="handoff-when")
        surely = s.reading.confidence >= SURELY_A_PERSON and not s.says("asks_what")
        says_so = s.says("person") or s.reading.need != need or surely
        return Decision("hand_off", reason="asked") if says_so else Decision("clarify", options=(need,))
    if kind == "change":
        return Decision("collect", task=known_appointment(s, Change()))
    if s.action(need) == "appointment" and s.reading.aspect is None and not s.says("question"):
        spoken_of = (
            matter_before(s) if s.need is not None and s.about_appointments(s.need) else s.need
        )  # what it was for
        return start_booking(s, need if s.says("book") and s.need is None else spoken_of or s.need)
    decides = s.says("decision_bait") and not s.says("despair") and not s.about_us(need)
    return Decision("answer", key="answer-not-decision" if decides else "", need=need, aspect=s.reading.aspect)


def leans(s: PolicyInput) -> Decision | None:
    """What names no matter is about the need on the table; with nothing there, ask which matter it is."""
    if s.wants_again or s.says("complaint", "insult", "goodbye"):
        return None
    if s.reading.leaning and s.reading.conditions and s.need is not None:
        return _of_the_same(s, s.need)
    asks = s.says("question", "leans") or s.reading.aspect is not None
    if s.asks_on is not None:
        decision = decide_about_need(s, s.asks_on)
        return replace(decision, key="answer-for-other") if s.says("third_person") and not decision.key else decision
    if s.reading.leaning and s.says("third_person") and not asks:
        return Decision("notice", key="for-other")
    greets = s.says("greeting") and not s.says("leans")  # "hello, how are you?" asks nothing
    named = s.need is not None or s.sure_need is not None or s.asks_elsewhere
    names_nothing = s.says("leans") or (s.reading.leaning and asks)
    return Decision("notice", key="about-what") if names_nothing and not (named or greets) else None


def reply_to_condition(s: PolicyInput) -> Decision | None:
    """The condition asked for was told: answer the same question again, for that condition."""
    asked = s.asked
    if asked is None or asked.about != "condition" or asked.condition not in s.reading.conditions:
        return None
    if not asked.needs or s.says("book", "change", "cancel") or not (s.reading.leaning or s.sure_need is None):
        return None
    return Decision("answer", need=asked.needs[0], aspect=asked.aspect, text=asked.text)


def _of_the_same(s: PolicyInput, need: str) -> Decision:
    """The last question again, for the situation told now."""
    key = "answer-for-other" if s.says("third_person") else ""
    return Decision("answer", key=key, need=need, text=s.question.whole if s.question else "")
