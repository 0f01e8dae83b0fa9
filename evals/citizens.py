"""Scripted citizens: they answer the step the service waits in, and remember what they chose."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from stdnum.es import dni

from agents.reception.turns.turn import Turn
from evals.scenario import Home, Phrasebook, Scenario
from evals.suite_files import SuiteError
from knowledge.languages import Language

WANTED = date(2026, 12, 10)
"""The day citizens have in mind; suites/booking/citizens.yaml names it in each language."""

SOMEBODY_ELSE = 20_000_000
"""From the number of a citizen's document to another's."""

IDLE = ("open", "closed", "asked.book", "handed_off")
"""Steps in which nothing is being asked that a booking needs."""

INSISTS = 2
"""Times a citizen who gives up says so before leaving."""

DAY_PHRASES = frozenset(
    {"day", "correct_day", "yes_but_day", "book_one_breath", "book_full", "day_hour", "place_and_day", "change_full"}
)
"""Phrases that name the day in mind: whatever was chosen before no longer holds."""

OPENINGS = frozenset({"book_one_breath", "book_full"})
"""Sentences that begin with a capital, whatever they begin with."""

CHOICES = {"second": 1, "last": -1, "any": 0}
"""Phrases that pick an offer by its place; ``any`` leaves it to the service, which takes the first."""

LOCATOR_PHRASES = frozenset({"locator", "locator_and_document", "change_full", "cancel_full"})

USUAL = {
    "asked.person": "no",
    "book.place": "place",
    "book.option": "first",
    "book.document": "document",
    "book.phone": "phone",
    "book.confirm": "yes",
    "book.what_change": "day",
    "change.locator": "locator_and_document",
    "change.document": "document",
    "change.place": "place",
    "change.option": "first",
    "change.confirm": "yes",
    "change.what_change": "day",
    "cancel.locator": "locator_and_document",
    "cancel.document": "document",
    "cancel.confirm": "yes",
}
"""Phrase of a cooperative citizen in each step."""


class CitizenLost(Exception):
    """The citizen's script is wrong: an error of the simulator, not of the service."""


@dataclass(frozen=True, slots=True)
class InventedPerson:
    """Identity of a citizen. ``bad_document`` has the wrong letter; ``other_document`` is valid and someone else's."""

    document: str
    bad_document: str
    other_document: str
    phone: str


def person(number: int) -> InventedPerson:
    """An invented person; the same number is the same person."""
    own = 40_000_000 + number
    return InventedPerson(
        document=f"{own}{_letter(own)}",
        bad_document=f"{own}{_letter(own + 1)}",
        other_document=f"{own + SOMEBODY_ELSE}{_letter(own + SOMEBODY_ELSE)}",
        phone=f"6{number % 100_000_000:08d}",
    )


def _letter(digits: int) -> str:
    return str(dni.calc_check_digit(f"{digits:08}"))


@dataclass(slots=True)
class Citizen:
    """A citizen during one visit. ``way`` picks the wording; ``chosen``: start of the last offer, office time."""

    scenario: Scenario
    language: Language
    who: InventedPerson
    phrases: Phrasebook
    way: int = 0
    locator: str = ""
    chosen: str | None = None
    wants_day: bool = False
    said: list[str] = field(default_factory=list)
    _say: list[str] = field(init=False, repr=False)
    _replies: dict[str, list[str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._say = list(self.scenario.say)
        self._replies = {step: list(names) for step, names in self.scenario.replies.items()}

    @property
    def home(self) -> Home:
        """Home of this citizen."""
        return self.phrases.homes[self.language]

    def answer(self, turn: Turn, name_of_need: str) -> str | None:
        """The next words; None when the citizen has what they came for, or gives up. Raises CitizenLost."""
        if turn.appointment is not None and turn.appointment.locator:
            self.locator = turn.appointment.locator
        if turn.step in IDLE:
            return self._speak(self._say.pop(0), turn) if self._say else None
        if scripted := self._replies.get(turn.step):
            return self._speak(scripted.pop(0), turn)
        if "leave" in self.said:
            return self._speak("leave", turn) if self.said.count("leave") < INSISTS else None
        if turn.step == "asked.clarify":
            return _meant(turn.quick_replies, name_of_need)
        if turn.step == "book.need":
            named = f"need_{self.scenario.need}"
            return self._speak(named, turn) if self.phrases.has(named) else name_of_need
        usual = USUAL.get(turn.step)
        return self._speak(usual, turn) if usual else None

    def _speak(self, name: str, turn: Turn) -> str | None:
        if name == "first":
            return self._choose(turn)
        if name in LOCATOR_PHRASES and not self.locator:
            return None  # nothing was booked, so there is nothing to name
        home, who = self.home, self.who
        values = {
            "place": home.place, "other_place": home.other_place, "day": home.day, "document": who.document,
            "bad_document": who.bad_document, "phone": who.phone, "locator": self.locator, "postcode": home.postcode,
            "other_document": who.other_document, "digits": who.document[:-1],
        }  # fmt: skip
        try:
            words = self.phrases.say(name, self.language, self.way, values)
        except SuiteError as error:
            raise CitizenLost(str(error)) from error
        if not words.strip():
            raise CitizenLost(f"nothing to say for {name!r}")
        if name in DAY_PHRASES:
            self.wants_day, self.chosen = True, None
        if name in CHOICES and turn.offers:
            self.chosen = turn.offers[CHOICES[name]].starts_at.isoformat()
        self.said.append(name)
        return words[:1].upper() + words[1:] if name in OPENINGS else words

    def _choose(self, turn: Turn) -> str | None:
        """The first offer, or the first on the day in mind, which is said again when it is not on offer."""
        fitting = [offer for offer in turn.offers if not self.wants_day or offer.starts_at.date() == WANTED]
        if not fitting:
            return self._speak("day", turn) if self.wants_day else None
        self.chosen = fitting[0].starts_at.isoformat()
        self.said.append("first")
        if fitting[0] is not turn.offers[0]:
            return fitting[0].reply
        return self.phrases.say("first", self.language, self.way, {})


def _meant(quick_replies: Iterable[str], name_of_need: str) -> str | None:
    """The button with the name of the need the citizen came for; none, and the service has misunderstood."""
    return next((words for words in quick_replies if words.casefold() == name_of_need.casefold()), None)
