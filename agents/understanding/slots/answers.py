"""Short answers to what was just offered: which option, another search, under which name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from agents.understanding.shared.tables import load_table
from agents.understanding.slots.channels import ChannelReader, build_channel_reader
from knowledge.languages import LANGUAGES, Language
from tools.reading.dates.grammar import dates_table
from tools.reading.folding import Folded, fold
from tools.reading.phrases import PhraseBook, PhraseHit, words_group
from tools.reading.slots import SlotValue

_POLITE = (
    r"(?:then|please|thanks|thank you|por favor|gracias|entonces|pues|si us plau|sisplau|gracies|doncs|grazas|enton|"
    r"mesedez|eskerrik asko|orduan|svp|s il vous plait|merci|alors)"
)
_BARE_NUMBER = re.compile(rf"\A\W*(?:[a-z]{{1,8}}\W+){{0,2}}?([1-9])(?:\W+{_POLITE})*\W*")
_FIRST_NUMBER = re.compile(
    r"\A\W*(?:(?:la|el|a|o|le|the|number|numero|option|opcion|opcio)\s)?([1-9])\s?(?:[,;!?](?!\s*\d)|[.](?=\s))"
)
"""A number that is all of the first clause ("the 2. My document is…")."""
_SHORT = 6
_CHOICES = ("any", "none", "both", "middle")
_COMPARED = ("any", "compared")
_MOVES = ("later", "earlier", "latest", "other_day", "same_day", "next_day", "weekday_after", "next_week",
          "days_later", "nearer", "other_office")  # fmt: skip
_WHOLE = 2
"""The ends of a message that is one clause."""
_FEW = 9
"""Words of a sentence that answers: a longer one tells something."""
_SOME, _TO_WHEN = 18, ("next_day", "next_week", "weekday_after", "days_later")
"""Words of a sentence that says when an appointment is moved to, and the moves that do."""
_RANKS = {"same_day": 0, "weekday_after": 2, "days_later": 2}
_CLAUSE_END = re.compile(r"[.;:,!?¿¡\n]+(?!\d)")
_SENTENCE_END = re.compile(r"[.;!?¿¡\n]+(?!\d)")
_PARTICLES = frozenset(
    {"de", "del", "la", "las", "los", "da", "do", "dos", "das", "i", "y", "e", "van", "von", "d", "el"}
)
_ARTICLES = frozenset({"un", "una", "unha", "une", "one"})
_NAME_GROUP = r"(?P<name>[^\W\d_][\w'-]*(?:\s[^\W\d_][\w'-]*){0,4})"


@dataclass(frozen=True, slots=True)
class AnswerReader:
    """Options and names by language; ``choices`` and ``moves`` in any.

    ``no_moves``: phrases with the words of a move that move nothing.
    """

    options: Mapping[Language, PhraseBook]
    option_values: Mapping[str, str]
    channels: ChannelReader
    names: Mapping[Language, PhraseBook]
    choices: PhraseBook
    moves: PhraseBook
    no_moves: PhraseBook
    reservations: PhraseBook
    same_times: PhraseBook
    at_hand: PhraseBook
    undone: PhraseBook
    supposed: PhraseBook
    anew: PhraseBook
    ahead: PhraseBook
    keeping: PhraseBook
    keeping_booked: PhraseBook
    outright: PhraseBook
    preferred: PhraseBook

    def option(self, folded: Folded, expected: bool) -> SlotValue | None:
        """An ordinal or numeral that is most of the message; a bare digit only when an option is expected."""
        words = folded.words()
        if expected and (match := _BARE_NUMBER.fullmatch(folded.text) or _FIRST_NUMBER.match(folded.text)):
            return _slot(folded, match[1], match.span(1), 0.9)
        if not 0 < len(words) <= _SHORT + 4 * expected:
            return None
        for book in self.options.values():
            for hit in book.find(folded):
                word = hit.groups["option"]
                value = self.option_values.get(word)
                if (
                    value
                    and not _leads_noun(word, folded.text[hit.start : hit.end])
                    and (expected or _is_ordinal(word, words, hit.end - hit.start, len(folded.text)))
                ):
                    return _slot(folded, value, (hit.start, hit.end), 0.9 if expected else 0.75)
        return self._choice(folded) if expected else None

    def option_in_clause(self, folded: Folded) -> SlotValue | None:
        """The first clause that is nothing but the choice of an offer: "the last one. Is this the medical board?"."""
        for clause in clauses(folded):
            option = self.option(clause, expected=True)
            words = re.search(r"\w.*\w|\w", clause.text, re.DOTALL)
            if words is None or option is None or option.value in _CHOICES or is_article(words[0]):
                continue
            return _slot(folded, option.value, words.span(), option.confidence)
        return None

    def _choice(self, folded: Folded) -> SlotValue | None:
        """All the same, none, both or the middle one; the longest phrase decides ("no me va bien ninguna")."""
        hit = max(self.choices.find(folded), key=lambda one: one.end - one.start, default=None)
        return _slot(folded, hit.key, (hit.start, hit.end), 0.85) if hit else None

    def takes_any(self, folded: Folded) -> bool:
        """Any, or both, will do: "in Sevilla or in Cádiz, I don't mind"."""
        choice = self._choice(folded)
        return choice is not None and choice.value in ("any", "both")

    def move(self, folded: Folded) -> SlotValue | None:
        """The change of search asked for, in a sentence of few words: later, another day, another office…"""
        found = (hit for hit in self.moves.find(folded) if not _SENTENCE_END.search(folded.text, hit.start, hit.end))
        hits = [hit for hit in found if hit.key == "latest" or self._is_brief(folded, hit)]
        # "later on the same day" is later
        # and "hurrengo astelehenean" is a Monday, though its first letters are those of a week
        hit = max(hits, key=lambda one: (_RANKS.get(one.key, 1), one.end - one.start), default=None)
        if hit is None or any(one.start <= hit.start and hit.end <= one.end for one in self.no_moves.find(folded)):
            return None  # "as soon as possible" moves nothing
        return _slot(folded, hit.key, (hit.start, hit.end), 0.85)

    def _is_brief(self, folded: Folded, hit: PhraseHit) -> bool:
        position, most = hit.start, _SOME if hit.key in _TO_WHEN else _FEW
        start = max((end.end() for end in _SENTENCE_END.finditer(folded.text, 0, position)), default=0)
        end = _SENTENCE_END.search(folded.text, position)
        return len(re.findall(r"\w+", folded.text[start : end.start() if end else len(folded.text)])) <= most

    def reserved(self, folded: Folded) -> bool:
        """A yes with a but: no yes."""
        return bool(self.reservations.find(folded))

    def later(self, folded: Folded) -> bool:
        """Not at hand, or told in a moment: "I don't have it here", "I'll ask her for it"."""
        return _says(self.at_hand, folded)

    def undoes(self, folded: Folded) -> bool:
        """Something is to be cancelled, in a word that says so and is not denied."""
        return _says(self.undone, folded)

    def supposes(self, folded: Folded) -> bool:
        """What if it cannot be kept, or one is late: nothing is changed yet."""
        return bool(self.supposed.find(folded))

    def asks_anew(self, folded: Folded) -> bool:
        """A new one, instead of one that is not found."""
        return _says(self.anew, folded)

    def prefers(self, folded: Folded) -> bool:
        """Something else would be better: "rather by phone"."""
        return _says(self.preferred, folded)

    def goes_ahead(self, folded: Folded) -> bool:
        """All of it is said to go on with what was read back: "go for it"."""
        return bool(self.ahead.find(folded))

    def keeps_all(self, folded: Folded) -> bool:
        """All of it is said to change nothing of what was read back: "I change nothing, the hour is fine"."""
        return bool(self.keeping.find(folded))

    def keeps_booked(self, folded: Folded) -> bool:
        """The appointment there is shall stay, and no other is wanted."""
        return bool(self.keeping_booked.find(folded))

    def says_yes(self, folded: Folded) -> bool:
        """It begins with a yes, and not only by taking note: "all right, and what do I pay?" may say yes to nothing."""
        return bool(self.outright.find(folded))

    def same_time(self, folded: Folded) -> SlotValue | None:
        """ "At the same time" as the appointment spoken of."""
        hits = self.same_times.find(folded)
        return _slot(folded, "same", (hits[0].start, hits[0].end), 0.9) if hits else None

    def name(self, folded: Folded, language: Language) -> SlotValue | None:
        """A name after words that announce one; capitals are needed unless the name ends the message."""
        for known in dict.fromkeys((language, "es")):
            for hit in self.names[known].find(folded):
                start = hit.start + folded.text[hit.start : hit.end].index(hit.groups["name"])
                span = folded.span(start, start + len(hit.groups["name"]))
                value = _capitalised(folded.source[span[0] : span[1]])
                opens = start == hit.start  # "Bilbon bizi naiz": what a name opens says nothing else of it
                if value and not (opens and len(value) < span[1] - span[0]):
                    return SlotValue(value, value, span[0], span[0] + len(value), 0.85)
        return None


def _says(book: PhraseBook, folded: Folded) -> bool:
    """Whether it has such words, beside those that only look like them."""
    hits = book.find(folded)
    looks = [hit for hit in hits if not hit.key]
    return any(hit.key and not any(one.start < hit.end and hit.start < one.end for one in looks) for hit in hits)


def clauses(folded: Folded) -> Iterator[Folded]:
    """Each clause of a message that has several, in its place, the others left blank."""
    ends = [0, *(mark.end() for mark in _CLAUSE_END.finditer(folded.text)), len(folded.text)]
    for start, end in pairwise(dict.fromkeys(ends)):
        if len(ends) > _WHOLE and re.search(r"\w", folded.text[start:end]):
            text = f"{' ' * start}{folded.text[start:end]}{' ' * (len(folded.text) - end)}"
            yield Folded(folded.source, text, folded.origin)


def build_answer_reader() -> AnswerReader:
    """From ``data/dates`` and ``data/answers.yaml``."""
    answers = load_table("answers")
    tables = {language: dates_table(language) for language in LANGUAGES}
    values = {
        fold(str(word)).text: str(number)
        for table in tables.values()
        for number, words in table["options"].items()
        for word in words
    }
    return AnswerReader(
        options={language: _option_book(table) for language, table in tables.items()},
        option_values=values,
        channels=build_channel_reader(),
        names={
            language: PhraseBook({"name": table["names"]}, {"name": _NAME_GROUP}) for language, table in tables.items()
        },
        choices=_every_language(answers, _CHOICES),
        moves=_every_language(answers, _MOVES),
        no_moves=_every_language(answers, _COMPARED),
        reservations=_every_language(answers, ("reserved",)),
        same_times=_every_language(answers, ("same_time",)),
        at_hand=_every_language(load_table("at_hand"), ("later", "")),
        undone=_every_language(load_table("undone"), ("undoes", "")),
        supposed=_every_language(load_table("undone"), ("supposes",)),
        anew=_every_language(load_table("anew"), ("anew", "")),
        ahead=_every_language(answers, ("goes_ahead",)),
        keeping=_every_language(answers, ("keeps_all",)),
        keeping_booked=_every_language(answers, ("keeps_booked",)),
        outright=_every_language(answers, ("outright",)),
        preferred=_every_language(load_table("rather"), ("prefers", "")),
    )


def _every_language(table: Mapping[str, Mapping[str, list[str]]], keys: tuple[str, ...]) -> PhraseBook:
    return PhraseBook(
        {key: [phrase for said in table[key or "looks_like"].values() for phrase in said] for key in keys}
    )


def _option_book(table: Mapping[str, Mapping[str, list[str]]]) -> PhraseBook:
    words = [word for group in table["options"].values() for word in group]
    cues = [f"^ {cue} $" for cue in table["option_cues"]]
    return PhraseBook({"option": cues}, {"option": words_group("option", words)})


def is_article(text: str) -> bool:
    """Whether it is nothing but "a" or "one"."""
    return fold(text).text.strip() in _ARTICLES


def _leads_noun(word: str, hit: str) -> bool:
    """Whether it only leads the noun after it: "an hour", and not "the first hour"."""
    return re.search(rf"\b{word}\s+(?:hora|horas|hour|heure|cita|rendez)\b", hit) is not None and word in _ARTICLES


def _is_ordinal(word: str, words: list[str], length: int, whole: int) -> bool:
    """Unasked, a cardinal alone is no choice ("uno"), an ordinal is ("la segunda", "bigarrena")."""
    return len(word) > (4 if len(words) > 1 else 6) and length >= whole // 2


def _slot(folded: Folded, value: str, positions: tuple[int, int], confidence: float) -> SlotValue:
    start, end = folded.span(*positions)
    return SlotValue(value, folded.source[start:end], start, end, confidence)


def _capitalised(text: str) -> str:
    """The leading run of capitalised words, with the particles of a surname; empty when there is none."""
    kept: list[str] = []
    for word in text.split():
        if not (word[:1].isupper() or (kept and word.lower() in _PARTICLES)):
            break
        kept.append(word)
    while kept and kept[-1].lower() in _PARTICLES:
        kept.pop()
    return " ".join(kept)
