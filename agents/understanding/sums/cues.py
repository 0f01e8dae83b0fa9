"""What the words beside each figure of a message say that it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from agents.understanding.sums.hand import SumInHand, question_key
from agents.understanding.sums.told_words import ToldWords
from knowledge.languages import Language
from tools.reading.phrases import PhraseHit
from tools.reading.quantities.marked import Marked, figure
from tools.reading.quantities.money import Amount
from tools.reading.quantities.spans import ToldSpan
from tools.reading.quantities.told_days import ToldDay

_MONEY = ("regulatory", "contribution", "base", "wage", "earns", "clear", "pension", "theirs", "other_job")
_WEAK = ("age",)
"""Cues that count when there is no other."""
_OWN = "own_pension"
"""Of who asks: nothing else than one's own pension is meant by it, where the sum takes that."""
_SPECIFIC, _SPECIFIC_WORDS = (
    ("regulatory", "contribution", "theirs", "invoices", "spends", "other", "other_job", _OWN),
    5,
)
"""Cues of which another is a part: "base de cotización" is a base."""
_APART = (
    "turns",
    "range",
    "expected",
    "the",
    "holidays",
    "contract_ends",
    "contributed_by",
    "contributed_at",
    "abroad",
    "altogether",
    "month",
    "was_born",
    "so_far",
    "sooner_than",
    "later_than",
    "enters",
    "less",
    "a_month",
    "worked",
)
"""Cues of two figures, beside another cue, of a household, or of time in a job."""
_NO: Mapping[Language, tuple[str, ...]] = {
    "es": ("no", "ni"), "ca": ("no", "ni"), "gl": ("non", "nin"), "en": ("no", "not"), "fr": ("pas", "ni", "non"),
}  # fmt: skip
_CAREER, _LONGEST_CAREER = ("contributed", "contributed_end", "here"), 60
"""Cues of years, and fewer than so many of them: "33 years of contributions 1600 of base" tells two things."""
_SHORT, _BARE = 8, 4
_FIRST_WORD = re.compile(r"\A\s*\w+[.!]\s+")
"""Of "ok. And in December?", what is no part of the question."""
AGES_TO_LEAVE = range(55 * 12, 76 * 12)
"""In months."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of a figure, and how far its words reach."""

    key: str
    reach: int


class Cues:
    """The figures of a message by name, with their cues for the sum in hand; those it denies are left out."""

    def __init__(self, marked: Marked, words: ToldWords, hand: SumInHand, language: Language) -> None:
        self.marked, self._words, self._hand, self.language = marked, words, hand, language
        folded = marked.folded
        hits = words.figures.find(folded)
        self._hits = _of_one_figure(_first_of_words([hit for hit in hits if not _broken(hit, marked.text)]))
        self.denied = frozenset(hit.groups["any"] for hit in words.denied[language].find(folded))
        self.supposed = frozenset(hit.groups["any"] for hit in words.frames.find(folded)) - self.denied
        self._stated = frozenset(hit.groups["any"] for hit in words.states.find(folded)) - self.denied
        self._corrects = tuple(hit.start for hit in words.corrects.find(folded))
        self._places = {name: folded.text.index(name) for name in reversed(marked.kept())}

    @property
    def corrects(self) -> bool:
        """Whether it takes something back."""
        return bool(self._corrects or self.denied)

    def free(self, name: str, but: str) -> bool:
        """Whether no words beside a figure say what it is, or only those of that key."""
        cue = self.cue(name)
        return cue is None or cue.key == but

    @property
    def asks(self) -> bool:
        """Whether it is written as a question."""
        return "?" in self.marked.text

    @property
    def framed(self) -> frozenset[str]:
        """Figures supposed or put right, and those stated where the message asks nothing: "¿son 1.535 al mes?"."""
        told = not self.asks or self.corrects or self._hand.asked is not None
        return self.supposed | self._stated if told else self.supposed

    @property
    def short(self) -> bool:
        """Whether it says little beside its figures."""
        return len(self.marked.others()) <= _SHORT

    def says_little_around(self, name: str) -> bool:
        """Whether the sentence of a figure says little else."""
        return len(self.marked.others(beside=name)) <= _SHORT

    @property
    def bare(self) -> bool:
        """Whether it says next to nothing beside its figures."""
        return len(self.marked.others()) <= _BARE

    @cached_property
    def amounts(self) -> Mapping[str, Amount]:
        """Those not denied, by name, in order."""
        return {name: self.marked.amounts[place] for name, place in self._named("n")}

    @cached_property
    def spans(self) -> Mapping[str, ToldSpan]:
        """Those not denied, by name, in order."""
        return {name: self.marked.spans[place] for name, place in self._named("s")}

    @cached_property
    def days(self) -> Mapping[str, ToldDay]:
        """Those not denied, by name, in order."""
        return {name: self.marked.days[place] for name, place in self._named("d")}

    def after_correction(self, name: str) -> bool:
        """Whether something is taken back before that figure."""
        return any(start < self._places[name] for start in self._corrects)

    def place(self, name: str) -> int:
        """Where a figure stands in the text."""
        return self._places[name]

    def in_order(self, names: Sequence[str]) -> list[str]:
        """Those figures as the message says them."""
        return sorted(names, key=self.place)

    def is_denied(self, start: int) -> bool:
        """Whether a "no" stands right before that place of the text."""
        return self.marked.text[:start].rstrip().rpartition(" ")[2] in _NO.get(self.language, ())

    def pairs(self, key: str, first: str, second: str) -> Iterator[tuple[str, str]]:
        """The two figures of each phrase of a cue that speaks of two."""
        for hit in self._hits:
            if hit.key == key and {first, second} <= hit.groups.keys():
                yield hit.groups[first], hit.groups[second]

    def has(self, key: str, name: str) -> bool:
        """Whether a figure has that cue, whatever others it has."""
        return any(hit.key == key and name in hit.groups.values() for hit in self._hits)

    def cue(self, name: str) -> Cue | None:
        """What a figure is by its nearest words; None where nothing is said."""
        hits = [hit for hit in self._hits if name in hit.groups.values() and self._counts(hit.key, name)]
        best = min(hits, key=self._rank, default=None)
        return Cue(best.key, best.end - best.start) if best else None

    def months_of(self, name: str) -> int:
        """Years in words or figures, in months."""
        span = self.spans.get(name)
        if span or name not in self.amounts:
            return span.months if span else 0
        return int(self.amounts[name].value * 12)

    def told_by(self, key: str, names: Sequence[str]) -> list[str]:
        """The figures that this cue tells, the nearest first."""
        found = [(cue.reach, name) for name in names if (cue := self.cue(name)) and cue.key == key]
        return [name for _, name in sorted(found, key=lambda one: one[0])]

    def one(self, names: Sequence[str]) -> str | None:
        """The one that is meant: the only one, or the last where the message corrects itself; of "900, not 1000", the
        nearest to what it denies.
        """
        if len(names) <= 1:
            return names[0] if names else None
        if denied := [self._places[name] for name in self.denied if name in self._places]:
            return min(names, key=lambda name: min(abs(self._places[name] - place) for place in denied))
        return names[-1] if self.corrects else None

    def _named(self, kind: str) -> Iterator[tuple[str, int]]:
        kinds = {"n": self.marked.amounts, "s": self.marked.spans, "d": self.marked.days}
        for name in self.marked.kept():
            found, place = figure(name)
            if found == kind and place < len(kinds[kind]) and name not in self.denied:
                yield name, place

    def _counts(self, key: str, name: str) -> bool:
        """Cues of days that are not wanted say nothing; those of money and time say that it is something else."""
        if key == "leaves_at":
            return self._hand.spec("leaving") is not None and self.months_of(name) in AGES_TO_LEAVE
        if key == "days" and (name not in self.spans or self.spans[name].unit not in ("days", "weeks", "months")):
            return False
        if key == _OWN and key not in self._fitting:
            return False
        if key in _CAREER and name in self.amounts and self.amounts[name].value >= _LONGEST_CAREER:
            return False
        return key not in _APART and (name[1] != "d" or key == "other" or key in self._fitting)

    def _rank(self, hit: PhraseHit) -> tuple[bool, bool, bool, int]:
        """Weak ones last; a base of some kind before "base"; what tells a wanted input before others; the nearest."""
        money = any(name[1] == "n" for name in hit.groups.values())
        words = len(re.findall(r"\w+", self.marked.text[hit.start : hit.end])) - 1
        specific = hit.key in _SPECIFIC and words <= _SPECIFIC_WORDS
        other = money and hit.key not in self._fitting and hit.key != "other"
        return hit.key in _WEAK, money and not specific, other, hit.end - hit.start

    @cached_property
    def _fitting(self) -> frozenset[str]:
        keys = [key for spec in self._hand.wanted for key in self._words.fits.get(question_key(spec), ())]
        return frozenset(keys)


def _first_of_words(hits: Sequence[PhraseHit]) -> list[PhraseHit]:
    """Words tell one figure: "40 cotizados, 63 años" has no "cotizados 63". Of days, the nearest."""
    kept: list[PhraseHit] = []
    for hit in sorted(hits, key=lambda hit: (hit.end - hit.start if "day" in hit.groups else 0, hit.start, hit.end)):
        rivals = (one for one in kept if one.key == hit.key and len(hit.groups) == 1 and _overlap(one, hit))
        if not any(set(one.groups.values()).isdisjoint(hit.groups.values()) for one in rivals):
            kept.append(hit)
    return kept


def _of_one_figure(hits: Sequence[PhraseHit]) -> list[PhraseHit]:
    """The words of a career do not make the figure after it something else: "33 years paid in 1600 base"."""
    careers = [hit for hit in hits if hit.key in _CAREER]

    def is_taken(hit: PhraseHit) -> bool:
        figures = set(hit.groups.values())
        return any(_overlap(hit, one) and figures.isdisjoint(one.groups.values()) for one in careers)

    return [hit for hit in hits if hit.key != "other" or not is_taken(hit)]


def _overlap(one: PhraseHit, other: PhraseHit) -> bool:
    return one.start < other.end and other.start < one.end


def _broken(hit: PhraseHit, text: str) -> bool:
    """A figure is no part of another sentence, and an amount of no other clause: "la base no la sé, 1.150 cobro"."""
    pauses = r"[,.;!?]\s+\w" if hit.key in _MONEY else r"[.;!?]\s+\w"
    said = _FIRST_WORD.sub("", text[: hit.end]) if hit.start == 0 else text[hit.start : hit.end]
    return re.search(pauses, said.replace(",  ǂ", " ǂ")) is not None
