"""The reply to who wants a sum of their own: the sum in words, or the question for what it lacks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from agents.answers.reply import Reply
from agents.answers.sum_words import SumWords
from agents.answers.sums import Sums
from agents.phrases.message import Message
from agents.phrases.phrases import Phrases
from knowledge.languages import Language, Variant
from tools.calculators.inputs import SumInput
from tools.calculators.sums import Missing, Sum, SumPhrase, on
from tools.errors import BadSumInput, SumNotKnown
from tools.reading.quantities.partial_days import is_partial, read_partial

_OFFICIAL = "sum-official-"
_NEAREST = ("ahead",)
"""Inputs without which the nearest possible day is taken."""
_TWO = 2
_ROUNDED = Decimal("0.005")
"""So much of an amount is rounded away by who says about how much it is."""
_DAYS = ("leaving", "month", "last_day")
_PROBE = "1000"
"""Of money that nobody told: tried, and never said, to see whether a sum would say more with an amount."""
_AT_LAST = "~"
"""Where the sum at the ordinary age is told among those of days."""


@dataclass(frozen=True, slots=True)
class WantedSum:
    """A sum by its name, about ``need``, with what was told for it."""

    name: str
    need: str
    told: Mapping[str, str]
    language: Language
    today: date
    steps: bool = False
    """How it was worked out is wanted."""
    unknown: bool = False
    """The person does not know what was asked for."""
    in_money: bool = False
    """An amount is wanted, not a percentage."""
    amount: bool = False
    """An amount is asked for besides: where the sum lacks what it takes, that is asked after it."""
    variety: Variant | None = None
    """The variety of the language that they speak."""
    said: str = ""
    """What the service said before: what was taken for granted is told once."""
    lacked: str = ""
    """What was asked for before and is not told now: a day of which the month is known is not asked for again."""
    beside: bool = False
    """It is told beside another that says who decides."""
    dated: bool = False
    """What is asked depends on a day: a sum that may do without one does not."""
    reckoned: frozenset[str] = frozenset()
    """Figures that the person asks to be told are right: yes, where one is about that of the sum."""


@dataclass(frozen=True, slots=True)
class SumReply:
    """``reply`` asks for ``lacks``, where that is not empty; ``refused``: the inputs told that cannot be; ``sums``:
    how many of its messages, the first ones, are sums; ``possible``: the law gives something; ``day``: what it came to.
    """

    reply: Reply
    lacks: str = ""
    refused: tuple[str, ...] = ()
    sums: int = 0
    possible: bool = True
    day: date | None = None


def reply_with_sums(
    wanted: WantedSum, otherwise: Sequence[Mapping[str, str]], sums: Sums, phrases: Phrases
) -> SumReply:
    """The sum, and the same of what is told otherwise besides, by the day that each is of; what was taken for granted
    and who decides are told once.
    """
    made = reply_with_sum(wanted, sums, phrases)
    if not otherwise or made.lacks or not made.sums:
        return made
    notices = [message.text for message in made.reply.messages[made.sums :]]
    beside = replace(wanted, said="\n".join((wanted.said, *notices)), beside=True)
    others = [reply_with_sum(replace(beside, told=told), sums, phrases) for told in otherwise]
    of_others = zip(otherwise, others, strict=True)
    every = [(wanted.told, made), *((told, one) for told, one in of_others if one.sums or one.refused)]
    every.sort(key=lambda one: next((one[0][name] for name in _DAYS if name in one[0]), _AT_LAST))
    told = dict.fromkeys(message for _, one in every for message in one.reply.messages[: one.sums or None])
    assumed = dict.fromkeys(message.text for one in others if one.sums for message in one.reply.messages[one.sums :])
    noted = [Message("notice", text)] if (text := " ".join((*assumed, *notices))) else []
    return replace(made, reply=replace(made.reply, messages=(*told, *noted)))


def reply_with_sum(wanted: WantedSum, sums: Sums, phrases: Phrases) -> SumReply:
    """The sum, or what it lacks. A sum whose rules are not known here ends at a person."""
    given = {name: text for name, text in wanted.told.items() if not is_partial(text)}
    specs = {spec.name: spec for spec in sums.inputs(wanted.name, wanted.today)}
    words = sums.words.in_variety(wanted.variety)
    try:
        found = _calculated(wanted, given, sums)
        day = _day_lacked(wanted, given, sums) if isinstance(found, Sum) else None
        base = _money_lacked(wanted, found, given, sums) if isinstance(found, Sum) else None
        lacked = day or (base if wanted.in_money or wanted.unknown else None)
        found = Missing(wanted.name, (lacked,)) if lacked else found
    except BadSumInput as error:
        if error.name in _NEAREST and error.reason == "past":  # that long ago: the first day that there is
            return reply_with_sum(replace(wanted, told=_without(wanted.told, error.name)), sums, phrases)
        refusal = Message("notice", words.refuse(error, wanted.language))
        reply = _ask(wanted, specs[error.name], words, phrases)
        return SumReply(replace(reply, messages=(refusal,)), error.name, (error.name,))
    except SumNotKnown:
        unknown = phrases.message(wanted.language, "notice", "answer-none")
        quick = phrases.replies(wanted.language, "reply-person")
        return SumReply(Reply(wanted.need, (unknown,), "none", quick_replies=quick, asks="person"))
    if isinstance(found, Missing):
        if (each := _of_each_option(wanted, specs[found.inputs[0]], found, sums, phrases)) is not None:
            return each
        if wanted.unknown:
            without = phrases.message(wanted.language, "notice", "sum-without")
            quick = phrases.replies(wanted.language, "reply-person")
            return SumReply(Reply(wanted.need, (without,), "none", quick_replies=quick, asks="sum"))
        return SumReply(_ask(wanted, specs[found.inputs[0]], words, phrases), found.inputs[0])
    value = found.value.value if found.value is not None else None
    came_to = value if isinstance(value, date) else None
    told = SumReply(_told(wanted, found, words, phrases), sums=1, possible=found.possible, day=came_to)
    return _asking_for(specs[base], told, wanted, words, phrases) if base else told


def _asking_for(base: SumInput, told: SumReply, wanted: WantedSum, words: SumWords, phrases: Phrases) -> SumReply:
    """With the question for what takes the sum to an amount, where one was asked for."""
    if not wanted.amount or wanted.beside or wanted.steps:
        return told
    asked = _ask(wanted, base, words, phrases)
    asking = replace(told.reply, closing=asked.closing, quick_replies=asked.quick_replies)
    return replace(told, reply=asking, lacks=base.name)


def _of_each_option(
    wanted: WantedSum, spec: SumInput, lacking: Missing, sums: Sums, phrases: Phrases
) -> SumReply | None:
    """Where nothing else is missing than which of two things is so: the sum of each, and nothing to ask."""
    options = sums.words.in_variety(wanted.variety).options(spec, wanted.language)
    if len(lacking.inputs) > 1 or len(options) != len(spec.options) or len(options) != _TWO:
        return None
    first, last = ({**wanted.told, spec.name: one} for one in options)
    of_first = reply_with_sum(replace(wanted, told=first, beside=True), sums, phrases)
    assumed = [message.text for message in of_first.reply.messages[of_first.sums :]]
    heard = replace(wanted, told=last, said="\n".join((wanted.said, *assumed)))
    made = (of_first, reply_with_sum(heard, sums, phrases))
    if not all(one.sums for one in made):
        return None
    rest = (" ".join(assumed + [message.text for message in made[1].reply.messages[made[1].sums :]]),)
    notices = tuple(Message("notice", text) for text in rest if text)
    if made[0].reply.messages[0] == made[1].reply.messages[0]:  # both come to the same
        told = made[0].reply.messages[:1]
        return SumReply(replace(made[1].reply, messages=(*told, *notices)), sums=1)
    told = tuple(
        phrases.message(wanted.language, "notice", "sum-of-option", option=option, text=one.reply.messages[0].text)
        for option, one in zip(options.values(), made, strict=True)
    )
    quick = (*options.values(), *phrases.replies(wanted.language, "reply-person"))
    return SumReply(replace(made[0].reply, messages=(*told, *notices), quick_replies=quick), sums=len(told))


def _day_lacked(wanted: WantedSum, given: Mapping[str, str], sums: Sums) -> str | None:
    """The day that a sum was made without, where what is asked depends on it and it may be known: that of the birth of
    who says at what age they leave.
    """
    leaving = read_partial(wanted.told.get("leaving", ""))
    by_age = leaving is not None and leaving.age is not None
    required = wanted.dated and leaving is None  # whether one may leave then depends on the birth
    if wanted.unknown or not (wanted.dated or by_age):
        return None
    specs = sums.inputs(wanted.name, wanted.today)
    days = (one.name for one in specs if one.kind == "date" and (one.required if required else one.life))
    return next((name for name in days if name not in given), None)


def _money_lacked(wanted: WantedSum, found: Sum, given: Mapping[str, str], sums: Sums) -> str | None:
    """The first amount that a sum may be told and was not, where it comes to no money and would say more with it."""
    if not (wanted.in_money or wanted.unknown or wanted.amount):
        return None
    if found.value is not None and found.value.unit == "money":
        return None
    amounts = [spec.name for spec in sums.inputs(wanted.name, wanted.today) if spec.kind == "money"]
    if not amounts or given.keys() & set(amounts) or not found.possible:
        return None
    try:
        with_it = _calculated(wanted, {**given, amounts[0]: _PROBE}, sums)
    except (BadSumInput, SumNotKnown):
        return None
    return amounts[0] if isinstance(with_it, Sum) and with_it.result != found.result else None


def _calculated(wanted: WantedSum, given: Mapping[str, str], sums: Sums) -> Sum | Missing:
    """Raises as ``Sums.calculate``."""
    found = sums.calculate(wanted.name, given, wanted.today)
    if not isinstance(found, Missing) or (day := _first_of_month(wanted, found.inputs[0])) is None:
        return found
    found = sums.calculate(wanted.name, {**given, found.inputs[0]: day.isoformat()}, wanted.today)
    if isinstance(found, Missing):
        return found
    return replace(found, assumed=(*found.assumed, SumPhrase("sum-assumed-day", {"date": on(day)})))


def _first_of_month(wanted: WantedSum, lacks: str) -> date | None:
    """The first day of the month that was told, where the day was asked for and not told."""
    told = read_partial(wanted.told.get(lacks, ""))
    if lacks != wanted.lacked or told is None or told.year is None or told.month is None or told.age is not None:
        return None
    return date(told.year, told.month, told.day or 1)


def _without(told: Mapping[str, str], name: str) -> dict[str, str]:
    return {key: text for key, text in told.items() if key != name}


def _ask(wanted: WantedSum, spec: SumInput, words: SumWords, phrases: Phrases) -> Reply:
    question = Message("question", words.ask(spec, wanted.language))
    options = tuple(words.options(spec, wanted.language).values())
    quick = (*options, *phrases.replies(wanted.language, "reply-person"))
    return Reply(wanted.need, (), "partial", closing=question, quick_replies=quick, asks="sum")


def _told(wanted: WantedSum, found: Sum, words: SumWords, phrases: Phrases) -> Reply:
    """The sentence, what it takes for granted and who decides; with its steps, also the articles and what it leaves
    out.
    """
    language = wanted.language
    said = words.say(found, language)
    limits = zip(said.limits, found.limits, strict=True)
    official = [text for text, limit in limits if limit.key.startswith(_OFFICIAL) and not wanted.beside]
    if wanted.steps:
        others = [text for text in said.limits if text not in official]
        lines = [f"- {step.text} ({step.article})" for step in said.steps]
        told = [Message("notice", "\n".join(lines)), Message("notice", " ".join([*others, *official]))]
        quick = phrases.replies(language, "reply-person")
        return Reply(wanted.need, tuple(one for one in told if one.text), "complete", quick_replies=quick, asks="sum")
    heard = _spelled(wanted.said, wanted, phrases)
    assumed = [one for one in said.assumed if _spelled(one, wanted, phrases) not in heard]
    text = (
        phrases.message(language, "notice", "sum-yes", text=said.text).text if _is_right(wanted, found) else said.text
    )
    told = [Message("notice", text), Message("notice", " ".join([*assumed, *official]))]
    quick = phrases.replies(language, "reply-how-computed", "reply-person")
    return Reply(wanted.need, tuple(one for one in told if one.text), "complete", quick_replies=quick, asks="sum")


def _is_right(wanted: WantedSum, found: Sum) -> bool:
    """Whether what the person reckoned is about the amount of the sum."""
    amount = found.value.value if found.value is not None and found.value.unit == "money" else None
    if not isinstance(amount, Decimal):
        return False
    return any(abs(int(one) - amount) <= amount * _ROUNDED for one in wanted.reckoned)


def _spelled(text: str, wanted: WantedSum, phrases: Phrases) -> str:
    """As it is worded in the end for who speaks a variety."""
    return phrases.in_variety(wanted.variety).spelled(wanted.language, Message("notice", text)).text
