"""Content, encoder and understanding: the parts of a process that need no database."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib.resources import files

from agents.answers.passage_search import PassageFinder, PassageQuery
from agents.answers.sums import Sums
from agents.phrases.phrases import Phrases, parse_phrases
from agents.understanding.learning import LearningSources, LearntParts, assemble_understander, learn_parts
from agents.understanding.needs.need_examples import all_examples
from agents.understanding.question.mentions import MentionReader, build_mention_reader
from agents.understanding.sums.told_inputs import ToldReader, build_told_reader
from agents.understanding.understander import Understander
from agents.understanding.units.unit_texts import unit_texts
from api.services.knowledge import PassageHit
from api.settings.settings import Settings
from api.tasks.background import in_background
from api.wiring.early import Encoders, load_encoders
from knowledge.administration import Administration, load_administration
from knowledge.compiled import CompiledContent, digest_files
from knowledge.content.calculations import load_calculations
from knowledge.content.questions import load_questions
from knowledge.content.rendering import short_id
from knowledge.encoders.encoder import Encoder
from knowledge.languages import Language
from knowledge.search.knowledge_base import KnowledgeBase
from tools.clock import Clock, LocalClock, system_clock
from tools.offices.attention import opens_at
from tools.offices.calendar import Calendar, load_calendar
from tools.places.places import Places, build_places
from tools.reading.places.mentions import build_place_finder

_AHEAD_OF_MIDNIGHT = timedelta(hours=1)
_PATIENCE = 10.0
"""Seconds that a search waits for an index that is being opened."""


@dataclass(frozen=True, slots=True)
class Models:
    """The parts of a process that need no database: content, encoder, understanding."""

    administration: Administration
    encoder: Encoder
    knowledge_base: KnowledgeBase
    understander: Understander
    places: Places
    phrases: Phrases
    clock: LocalClock
    calendar: Calendar
    sums: Sums
    mentions: MentionReader
    told_values: ToldReader

    def today(self) -> date:
        """Return the date in the time zone of the administration."""
        return self.clock.today()

    async def look_ahead(self) -> None:
        """Prepare the library of today, or of the day that begins within an hour. Raises what building it raises."""
        day = (self.clock() + _AHEAD_OF_MIDNIGHT).astimezone(self.clock.zone).date()
        await in_background(lambda: self.knowledge_base.prepare(day))

    def search(self, query: str, *, language: Language | None, k: int) -> list[PassageHit]:
        """Return the passages in force that match the query, best first. Raises IndexNotReady."""
        daily_index = self.knowledge_base.on(self.today())
        daily_index.index_soon(_PATIENCE)
        reading = self.understander.read_message(query, prior=language, now=self.clock())
        asked = PassageQuery(query, language or reading.language, reading.alternatives)
        found = PassageFinder(self.understander, self.knowledge_base, daily_index).search(asked, language, k)
        passages = ((daily_index.corpus.passage(one.passage_id), one.score) for one in found)
        return [
            PassageHit(p.id, score, p.need, p.language, p.text, p.source_title, p.source_url) for p, score in passages
        ]

    def served_from(self, moment: datetime) -> datetime:
        """From when who comes at that moment can be served: out of hours, when somebody is there again."""
        return opens_at(moment, self.administration, self.calendar) or moment

    def fact(self, fact_id: str | None, language: Language) -> str | None:
        """Render a fact as of today; None when there is none."""
        return None if fact_id is None else self.knowledge_base.fact(fact_id, self.today(), language)


def build_models(settings: Settings, clock: Clock = system_clock, encoders: Encoders | None = None) -> Models:
    """Load content, and encoders unless they are given; what is learnt from content, the first time.

    Raises ContentError, WeightsMissing.
    """
    administration = load_administration(settings.administration)
    clock, calendar = LocalClock(clock, administration.zone), load_calendar(administration)
    compiled = CompiledContent(settings.data_dir / "compiled", digest_of_code_and_content(administration))
    encoders = encoders or load_encoders(settings)
    encoder, needs_encoder = encoders.passages, encoders.needs
    places = compiled.get("places", build_places)
    knowledge_base = KnowledgeBase(administration, encoder, settings.data_dir, settings.index_kind, compiled)
    knowledge_base.on(clock.today())  # the corpus is rendered now, not in the first turn

    def learn() -> LearntParts:
        examples = all_examples(administration, knowledge_base.catalogue, knowledge_base.utterances)
        lines = knowledge_base.unit_lines()
        units = unit_texts(load_questions(administration, lines), lines)
        sources = LearningSources(
            administration, knowledge_base.catalogue, examples, build_place_finder(), calendar, units
        )
        return learn_parts(sources, needs_encoder, settings.data_dir / "understanding")

    phrases = Phrases(administration, parsed=compiled.get("phrases", lambda: parse_phrases(administration)))
    calculations = compiled.get("calculations", lambda: load_calculations(administration))
    mentions, told_values = compiled.get(
        "told", lambda: (build_mention_reader(administration), build_told_reader(administration))
    )
    parts = compiled.get("understanding", learn, variant=short_id(needs_encoder.identity))
    understander = assemble_understander(parts, needs_encoder)
    return Models(
        administration,
        encoder,
        knowledge_base,
        understander,
        places,
        phrases,
        clock,
        calendar,
        Sums(calculations, knowledge_base.facts, phrases, calendar.is_public_holiday),
        mentions,
        told_values,
    )


def digest_of_code_and_content(administration: Administration) -> str:
    """Return a digest of every file that parsing or learning depends on, of this administration's alone."""
    packages = [files(package) for package in ("agents", "knowledge", "tools")]
    inside = str(administration.folder).startswith(f"{packages[1]}/")
    roots = packages if inside else [*packages, administration.folder]
    digest = digest_files(roots, (".py", ".yaml", ".md", ".txt", ".csv", ".ftl", ".npz"))
    return short_id(administration.id, digest)  # two that come with ISAC have the same files
