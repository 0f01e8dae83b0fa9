"""Everything a booking needs, read from one message: when, where, who and how; places ruled out are dropped."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Protocol

from agents.understanding.language.words import ordinary_words
from agents.understanding.shared.tables import load_table
from agents.understanding.slots.answers import AnswerReader, build_answer_reader, is_article
from agents.understanding.slots.identities import read_identities, without_numbers
from agents.understanding.slots.other_days import OTHER_DAYS, settle_move
from agents.understanding.slots.unread_when import UnreadWhen, build_unread_when
from knowledge.languages import LANGUAGES, Language
from tools.reading.dates.answered import MOST_OFFERS
from tools.reading.dates.days import parse_bare_day
from tools.reading.dates.grammar import DateGrammar, load_grammars
from tools.reading.dates.named_days import Asked
from tools.reading.dates.when import AskedWhen, parse_when, put_date
from tools.reading.dates.working_days import Working, WorkingDays, working_in
from tools.reading.folding import BLANK, Folded, blanked, fold
from tools.reading.numbers.parser import find_numbers
from tools.reading.phrases import PhraseBook
from tools.reading.places.mentions import PlaceMention
from tools.reading.slots import NOTHING_SPOKEN_OF, SlotName, SlotValue, SpokenOf

_REACH = 40  # characters beside a name that may say it is not wanted
_GAP = 60  # characters between two names of one correction
_ENDS_ASKING = re.compile(r"[^.;!?\n]{0,40}\?")
Slots = dict[SlotName, SlotValue]
_PLACES: frozenset[SlotName] = frozenset({"postcode", "municipality", "province"})
_LONG_NAME = 3
_NO_IF = r"(?<!\bsi )(?<!\bse )(?<!\bif )"
"""Before a no: "if not, in Palma" refuses nothing."""
_DOTTED = re.compile(r"(?<![\w.,:/€$])(1\d|2[0-3]|0?[89])[.](?=(?:00|15|30|45)(?!\d|[.,:/]\d|\s?[€$%]))")
"""An hour written with a dot; no month is the 15th."""
_BESIDE = 2
_WHEN: tuple[SlotName, ...] = ("date", "date_to", "time", "time_to", "part_of_day")
_NAMED = re.compile(r"(?!the|dia)[^\W\d]{3}", re.IGNORECASE)
_ORDINALS = ("1", "2", "3", "4", "5", "last", "middle")
_JOINING = re.compile(
    r"(?:\s(?:del?|d'|do|of|on|the|du|le|el|o|a las|a))+[\s,;.!]*\Z|\A\s*(?:el|o|le|the|on)\s(?=\s)", re.IGNORECASE
)
_NOT_PLACES: tuple[SlotName, ...] = ("date", "date_or", "date_not", "date_past", "time", "time_to", "name")


@dataclass(frozen=True, slots=True)
class Refusals:
    """Phrases of one language that refuse a place: right before it, right after it, between two.

    ``denied``: a no before it, which in a question is a wish: "can't it be in Alcañiz?". ``right_before``: a no without
    a word between. ``unsuited``: said right after it, that it is far, or no good. ``told``: right before it, that
    somebody was or is there for something else. ``either``: all that is between two towns of which one will do;
    ``wanted``: a wish shortly before it, so that other towns only tell where somebody is from.
    """

    denied: re.Pattern[str]
    before: re.Pattern[str]
    right_before: re.Pattern[str]
    after: re.Pattern[str]
    between: re.Pattern[str]
    unsuited: PhraseBook
    told: re.Pattern[str]
    either: re.Pattern[str]
    wanted: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """Drops the places that were named to be ruled out."""

    refusals: Mapping[Language, Refusals]

    def drop_refused(
        self, folded: Folded, language: Language, mentions: Sequence[PlaceMention], *, settled: bool = False
    ) -> list[PlaceMention]:
        """The mentions without those refused or corrected in the same message, in order; where a town is ``settled``,
        also without those that are only told of: "she was born in Toledo".
        """
        refusals, kept = self.refusals[language], []
        for last, mention, following in zip([None, *mentions], mentions, [*mentions[1:], None], strict=False):
            others = last is not None or following is not None
            left = fold(folded.source[max(0, mention.start - _REACH) : mention.start]).text
            told = settled and refusals.told.search(left) is not None
            if not told and not _refused(folded.source, refusals, mention, following, others=others):
                kept.append(mention)
        return kept if self.other_town(folded, language, kept) else self._wished(folded, language, kept)

    def _wished(self, folded: Folded, language: Language, named: list[PlaceMention]) -> list[PlaceMention]:
        """ "I am from Utrera and want it in Sevilla": those wanted in so many words, or all where none is."""
        wanted = self.refusals[language].wanted
        before = (fold(folded.source[max(0, one.start - _REACH) : one.start]).text for one in named)
        wished = [one for one, left in zip(named, before, strict=True) if wanted.search(left)]
        return wished or named

    def other_town(self, folded: Folded, language: Language, named: Sequence[PlaceMention]) -> PlaceMention | None:
        """Another town that would do as well as the first one: "in Sevilla or in Cádiz"."""
        for first, second in pairwise(named):
            between = fold(folded.source[first.end : second.start]).text
            towns = first.kind == second.kind == "municipality" and first.value != second.value
            if towns and self.refusals[language].either.fullmatch(between):
                return second
        return None


def build_place_choice() -> PlaceChoice:
    """From ``data/place_choices.yaml``."""
    table = load_table("place_choices")
    return PlaceChoice({language: _refusals(table[language]) for language in LANGUAGES})


def _refusals(words: Mapping[str, Sequence[str]]) -> Refusals:
    no, links = _any(words["no"]), _any(words["links"])
    instead = rf"(?:{_any(words['instead'])})(?:\s*(?:{links}))?" if words["instead"] else "(?!)"
    after = [rf"\s*,?\s*(?:{no})\s*(?:[,.;:!]|$|(?:{_any([*words['links'], *words['rather']])})\b)"]
    if words["instead_after"]:
        after.append(rf"\s*(?:{_any(words['instead_after'])})\b")
    return Refusals(
        denied=re.compile(rf"{_NO_IF}\b(?:{no})\s+(?:{links})\s*'?\s*$"),
        before=re.compile(rf"\b(?:{instead})\s*'?\s*$"),
        right_before=re.compile(rf"\b(?:{no})\s+$"),
        after=re.compile("|".join(after)),
        between=re.compile(rf"^[^.?]*?\b(?:{_any(words['correction'])})\b"),
        unsuited=PhraseBook({"": words["unsuited"]}),
        told=re.compile(rf"\b(?:{_any(words['told'])})\s*'?\s*$"),
        wanted=re.compile(rf"\b(?:{_any(words['wanted'])})(?:\s+\w+){{0,2}}\s+(?:{links})\s*'?\s*$"),
        either=re.compile(rf"\W*(?:{_any(words['either'])})(?:\s+(?:{links}))?\s*'?\s*"),
    )


def _any(phrases: Sequence[str]) -> str:
    folded = (re.escape(fold(phrase).text).replace(r"\ ", r"[\s,]+") for phrase in phrases)
    return "|".join(sorted(folded, key=len, reverse=True))


def _refused(
    source: str, refusals: Refusals, mention: PlaceMention, following: PlaceMention | None, *, others: bool
) -> bool:
    """``others``: other places are named, so that a no right before this one is of it: "no Cuenca" may mean Cuenca."""
    left = fold(source[max(0, mention.start - _REACH) : mention.start]).text
    asks = _ENDS_ASKING.match(source, mention.end) is not None
    if refusals.before.search(left) or (others and refusals.right_before.search(left)):
        return True
    if (refusals.denied.search(left) and not asks) or _is_unsuited(source, refusals, mention):
        return True
    between = fold(source[mention.end : following.start]).text if following else ""
    if following and (refusals.before.search(between) or refusals.denied.search(between)):
        return False  # "in Cuenca, not in Guadalajara": the no is of the one that follows
    if refusals.after.match(fold(source[mention.end : mention.end + _REACH]).text):
        return True
    return 0 < len(between) <= _GAP and refusals.between.search(between) is not None


def _is_unsuited(source: str, refusals: Refusals, mention: PlaceMention) -> bool:
    """Whether it is said right after it that it is no good: "Pamplona no me viene bien"."""
    after = fold(source[mention.end : mention.end + _REACH])
    return any(not re.search(r"\w", after.text[: hit.start]) for hit in refusals.unsuited.find(after))


class MentionFinder(Protocol):
    """Finds places in a text."""

    def find_in(self, text: str, *, asked: bool = False) -> list[PlaceMention]:
        """Places named in the text, in order. ``asked``: a place was asked for."""
        ...


@dataclass(frozen=True, slots=True)
class ReadAt:
    """``now`` is local to the citizen; ``values``: what the conversation waits for."""

    now: datetime
    values: frozenset[SlotName] = frozenset()
    spoken_of: SpokenOf = NOTHING_SPOKEN_OF


@dataclass(frozen=True, slots=True)
class SlotReader:
    """Reads slots in any language, the message's own first."""

    grammars: Mapping[Language, DateGrammar]
    foreign: Mapping[Language, DateGrammar]
    answers: AnswerReader
    places: MentionFinder
    words: Mapping[Language, frozenset[str]]
    calendar: WorkingDays
    choice: PlaceChoice
    unread: UnreadWhen

    def read_slots(self, folded: Folded, language: Language, now: datetime, expecting: frozenset[SlotName]) -> Slots:
        """Never raises. ``now`` is local to the citizen; ``expecting`` is what the conversation waits for."""
        return self.read_slots_and_rest(folded, language, ReadAt(now, expecting))[0]

    def read_slots_and_rest(self, folded: Folded, language: Language, waiting: ReadAt) -> tuple[Slots, Folded]:
        """The slots, and the text without the numbers of identities (``without_numbers``)."""
        slots, spans = self._identities(folded, language, waiting)
        self._read_rest(blanked(folded, spans), language, waiting, slots)
        return slots, without_numbers(folded, spans, language)

    def _read_rest(self, whole: Folded, language: Language, waiting: ReadAt, slots: Slots) -> None:
        expecting = waiting.values
        rest, places = self._read_time(whole, language, waiting, slots)
        taken = [(slots[known].start, slots[known].end) for known in _NOT_PLACES if known in slots]
        left = blanked(rest, taken)
        found_places = self._places(left, waiting) if taken else places
        town = waiting.spoken_of.town
        named = self.choice.drop_refused(left, language, found_places, settled=town is not None)
        refused = [one for one in found_places if one.value == town and one not in named]
        named = [one for one in named if not self._doubtful(left, one, language, expecting)]
        elsewhere = [one for one in named if one.value != town]
        self._where(left, elsewhere, slots)
        settled = "postcode" in slots or self.answers.takes_any(rest)
        if (other := self.choice.other_town(left, language, elsewhere)) and not settled:
            slots["town_or"] = self._place_slot(left, other)
        if named and not elsewhere:
            slots["town_again"] = self._place_slot(left, named[0])
        elif refused and not named:  # "I can't go to Cádiz": what is nearer is looked for
            slots.setdefault("move", replace(self._place_slot(left, refused[0]), value="nearer"))
        slots.update(self.answers.channels.read(rest, language))
        found: dict[SlotName, SlotValue | None] = {
            "same_time": None if "time" in slots else self.answers.same_time(rest),
            "option": self._option(rest, "option" in expecting, slots),
        }
        slots.update({name: value for name, value in found.items() if value is not None})
        if number := self._number(rest, language, "number" in expecting, not slots):
            slots["number"] = number
        identified = {"document", "document_invalid", "document_part"} & slots.keys()  # a surname beside it: "Ferrer"
        if not identified and (unread := self.unread.find_unread(whole, language, slots, asked="date" in expecting)):
            slots["when_unread"] = unread

    def _read_time(
        self, rest: Folded, language: Language, waiting: ReadAt, slots: Slots
    ) -> tuple[Folded, list[PlaceMention]]:
        """Days, hours, and the name that is none; what is left to read, and the places in it."""
        expecting = waiting.values
        if "time" in expecting:
            rest = replace(rest, text=_DOTTED.sub(r"\1:", rest.text))
        if move := self.answers.move(rest):
            slots["move"] = move
        if move and move.value in ("later", "earlier", "latest"):  # "más tarde" is no afternoon
            rest = blanked(rest, [(move.start, move.end)])
        places = self._places(rest, waiting)
        self._when(_without_long_names(rest, places), language, waiting, slots)
        if move and move.value in OTHER_DAYS:
            settle_move(move, slots)
        if "date" in expecting and not ({"option"} & expecting or {"date", "date_not", "date_past"} & slots.keys()):
            _put_spoken_day(rest, language, waiting.now, slots)
        if name := self.answers.name(rest, language):
            slots["name"] = name
        return rest, places

    def _places(self, folded: Folded, waiting: ReadAt) -> list[PlaceMention]:
        return self.places.find_in(folded.source, asked=not _PLACES.isdisjoint(waiting.values))

    def province(self, slots: Mapping[SlotName, SlotValue]) -> str | None:
        """INE code of the province of the place read, when it can be only one."""
        texts = [slots[name].text for name in ("province", "municipality", "postcode") if name in slots]
        codes = {code[:2] for text in texts[:1] for place in self.places.find_in(text) for code in place.candidates}
        return codes.pop() if len(codes) == 1 else None

    def _identities(self, folded: Folded, language: Language, waiting: ReadAt) -> tuple[Slots, list[tuple[int, int]]]:
        """A postcode is where it lies; and their spans, for their digits are no dates."""
        found, spans = read_identities(folded, language, waiting.values, waiting.spoken_of.number)
        if postcode := found.pop("postcode", None):
            found |= {place.kind: postcode for place in self.places.find_in(postcode.value)}
        return found, spans

    def _option(self, folded: Folded, asked: bool, slots: Slots) -> SlotValue | None:
        """The offer chosen; where one was asked for, also beside its day ("the first one on Thursday")."""
        read = [slots[name] for name in _WHEN if name in slots]
        option = self.answers.option(folded, asked)
        if asked and option is None:
            option = self.answers.option_in_clause(folded)
        if asked and read and (option is None or not option.value.isdigit()):
            beside = self.answers.option(_without_day(folded, read), asked)
            option = beside if beside and beside.value in _ORDINALS and not is_article(beside.text) else option
        if option is None or (read and not asked) or _is_of_a_day(option, slots):
            return None
        start = option.end - len(option.text.lstrip())
        end = start + len(option.text.strip())
        within_hour = any(one.start < end and start < one.end for one in read)
        return None if within_hour and not re.search(r"\d", option.text) else option

    def _number(self, folded: Folded, language: Language, asked: bool, unclaimed: bool) -> SlotValue | None:
        """The number asked for; unasked, one that is the whole message and nothing else."""
        for number in find_numbers(folded, language, expected=asked) if asked or unclaimed else []:
            if asked or not re.search(r"\w", folded.text[: number.start] + folded.text[number.end :]):
                start, end = folded.span(number.start, number.end)
                return SlotValue(str(number.value), folded.source[start:end], start, end, 0.9)
        return None

    def _when(self, folded: Folded, language: Language, waiting: ReadAt, slots: Slots) -> None:
        expecting, spoken_of = waiting.values, waiting.spoken_of
        asked: Asked = "nothing" if "date" not in expecting else "offer" if "option" in expecting else "day"
        grammars, working = self._in_order(language), self._working(folded)
        slots.update(parse_when(folded, grammars, AskedWhen(waiting.now, asked, spoken_of), working))

    def _working(self, folded: Folded) -> Working:
        """Working days of the province the message names, looked up only when a date asks for them."""

        def working(day: date) -> bool:
            provinces = (mention.value for mention in self.places.find_in(folded.source) if mention.kind == "province")
            return working_in(self.calendar, next(provinces, None))(day)

        return working

    def _in_order(self, language: Language) -> list[DateGrammar]:
        """The sentence's own language first; of the others only whole words, for their abbreviations are words here."""
        others = dict.fromkeys(("es", *LANGUAGES))
        return [self.grammars[language], *(self.foreign[known] for known in others if known != language)]

    def _where(self, folded: Folded, mentions: Sequence[PlaceMention], slots: Slots) -> None:
        for mention in mentions:
            slot = self._place_slot(folded, mention)
            if mention.kind not in slots or slot.confidence > slots[mention.kind].confidence:
                slots[mention.kind] = slot

    def _place_slot(self, folded: Folded, mention: PlaceMention) -> SlotValue:
        text = folded.source[mention.start : mention.end]
        return SlotValue(mention.value, text, mention.start, mention.end, mention.confidence)

    def _doubtful(
        self, folded: Folded, mention: PlaceMention, language: Language, expecting: frozenset[SlotName]
    ) -> bool:
        """A name not written as it is spelt: it needs a place asked for or words before it, and to be no other word."""
        if not mention.guessed:
            return False
        asked = not expecting.isdisjoint(_PLACES)
        led = any(character.isalpha() for character in folded.source[: mention.start])
        return not (asked or led) or fold(folded.source[mention.start : mention.end]).text in self.words[language]


def _without_long_names(folded: Folded, places: Sequence[PlaceMention]) -> Folded:
    """San Sebastián de los Reyes has a feast in its name."""
    spans = ((place.start, place.end) for place in places)
    return blanked(folded, [span for span in spans if len(folded.source[slice(*span)].split()) > _LONG_NAME])


def build_slot_reader(places: MentionFinder, calendar: WorkingDays) -> SlotReader:
    """With the six grammars; working days are those of ``calendar``."""
    grammars, foreign = load_grammars(), load_grammars(short=False)
    words = ordinary_words()
    unread = build_unread_when(grammars, words)
    return SlotReader(grammars, foreign, build_answer_reader(), places, words, calendar, build_place_choice(), unread)


def _is_of_a_day(option: SlotValue, slots: Slots) -> bool:
    """Whether its number is a day's, or its "no" that of a day or an hour ("el 14, no el 4")."""
    if option.value == "none":
        return any(
            0 <= option.start - slots[name].end <= _BESIDE or option.start < slots[name].end <= option.end + _BESIDE
            for name in ("date_not", "time_from", "time_to", "time_not")
            if name in slots
        )
    if not option.value.isdigit() or not re.search(r"\d", option.text):
        return False
    if "date_not" in slots or (_read_when(slots) and int(option.value) > MOST_OFFERS):
        return True
    day = slots.get("date")  # "jueves 3", and not "el 3"
    return day is not None and day.start <= option.start < day.end and bool(_NAMED.search(day.text))


def _read_when(slots: Slots) -> bool:
    return not {"date", "time", "time_to"}.isdisjoint(slots)


def _without_day(folded: Folded, read: Sequence[SlotValue]) -> Folded:
    """The message without its day and hour, and what joined them to the rest ("la primera del | jueves")."""
    left = blanked(folded, [(one.start, one.end) for one in read]).source.replace(BLANK, " ")
    return fold(_JOINING.sub(lambda found: " " * len(found[0]), left))


def _put_spoken_day(folded: Folded, language: Language, now: datetime, slots: Slots) -> None:
    """ "El veintitrés": a number in words that is all there is, where a day was asked."""
    for number in find_numbers(folded, language, expected=True)[:1]:
        figures = f"{folded.text[: number.start]}{number.value}{folded.text[number.end :]}"
        if reading := parse_bare_day(fold(figures), now.date()):
            put_date(folded, replace(reading, start=number.start, end=number.end), now.date(), slots)
