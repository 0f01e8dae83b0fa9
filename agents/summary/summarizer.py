"""The summary of a conversation, extracted and templated: what was said, who said it, and what is left to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from agents.phrases.phrases import Phrases
from agents.phrases.wording import list_words, need_name
from agents.summary.acting import acting
from agents.summary.citing import AnswerCiter
from agents.summary.disposition import disposition_of
from agents.summary.entities import EntityFinder, entities_of
from agents.summary.needs_heard import NeedsHeard, needs_of
from agents.summary.remembered import Remembered
from agents.summary.sentences import SentenceWriter
from agents.summary.summary import Summary
from agents.summary.turn import ReadTurn
from agents.summary.values import ValueReader
from agents.understanding.commitments.commitment_model import Commitment, CommitmentReader
from agents.understanding.labels.acts import ActReader
from agents.understanding.reading import MessageReader
from agents.understanding.roles.role import Role
from agents.understanding.roles.role_reader import RoleReader, side_of
from knowledge.content.needs import Catalogue
from knowledge.languages import Language
from knowledge.search.knowledge_base import KnowledgeBase
from tools.clock import LocalClock
from tools.contacts.contact import Utterance

_REMEMBERED = 8_192
_MAIN = 2
"""Needs named in the reason."""


@dataclass(frozen=True, slots=True)
class SummarySources:
    """What a summarizer is built from: parts that a process has already."""

    roles: RoleReader
    commitments: CommitmentReader
    reader: MessageReader
    acts: ActReader
    values: ValueReader
    catalogue: Catalogue
    knowledge_base: KnowledgeBase
    phrases: Phrases
    clock: LocalClock


@dataclass(frozen=True, slots=True)
class Summarizer:
    """Keeps what it read of each utterance, so that a summary after each costs what was said last. Thread-safe."""

    sources: SummarySources
    entities: EntityFinder
    needs: NeedsHeard
    citer: AnswerCiter
    writer: SentenceWriter
    _roles: Remembered[tuple[Role, float]]
    _commitments: Remembered[tuple[Commitment | None]]

    def summarize(
        self,
        transcript: Sequence[Utterance],
        language: Language | None,
        agent_language: Language | None,
        needs: Sequence[str] = (),
    ) -> Summary:
        """In the agent's language. ``language``: the citizen's, where it is known; ``needs``: those known already, the
        main one first. Never raises on any text. Encodes: call it in a thread.
        """
        places = [place for place, one in enumerate(transcript) if one.text.strip() and not one.manners]
        said = [transcript[place] for place in places]
        turns = self._turns(said, places, (language, agent_language))
        told_in = agent_language or (turns[0].language if turns else language) or "es"
        standing = self.entities.find(turns)
        turns = acting(turns, standing, self.writer.words)
        heard = self.needs.hear(turns, said[-1].at if said else self.sources.clock())
        known = tuple(needs) or needs_of(heard)
        day = self.sources.clock.today()
        return Summary(
            language=told_in,
            needs=known,
            reason=self._reason(known, turns, told_in),
            sentences=self.writer.write(turns, standing, self.citer.cite(turns, heard, day), told_in),
            entities=entities_of(standing, turns),
            disposition=disposition_of(turns, standing, self.writer.words, elsewhere=self._is_elsewhere(known)),
        )

    def _turns(
        self, said: Sequence[Utterance], numbers: Sequence[int], languages: tuple[Language | None, Language | None]
    ) -> list[ReadTurn]:
        """``languages``: the citizen's and the agent's, where they are known."""
        spoken = self._spoken(said, *languages)
        days = [self._day(one.at) for one in said]
        rows = zip(numbers, said, self._read_roles(said), self._read_commitments(said), spoken, days, strict=True)
        return [
            ReadTurn(number, side_of(one.speaker), one.text, own, day, role, sure, commits)
            for number, one, (role, sure), commits, own, day in rows
        ]

    def _spoken(
        self, said: Sequence[Utterance], language: Language | None, agent_language: Language | None
    ) -> list[Language]:
        """The language of each: as it was stored or told; else that of what the citizen says most."""
        if language is None and any(one.language is None for one in said):
            longest = max((one.text for one in said if one.speaker == "citizen"), key=len, default="")
            now = said[-1].at
            language = self.sources.reader.read_message(longest, prior=None, now=now).language if longest else "es"
        own = {"citizen": language or "es", "agent": agent_language or language or "es"}
        return [one.language or own[side_of(one.speaker)] for one in said]

    def _read_roles(self, said: Sequence[Utterance]) -> list[tuple[Role, float]]:
        """Those not read before, together, each after the one before it."""
        keys = [(side_of(one.speaker), one.text, _before(said, place)) for place, one in enumerate(said)]
        known = [self._roles.known(key) for key in keys]
        missing = [place for place, role in enumerate(known) if role is None]
        if missing:
            first = max(missing[0] - 1, 0)
            read = self.sources.roles.read(said[first:])
            for place in range(missing[0], len(said)):
                known[place] = self._roles.get(keys[place], lambda: read[place - first])  # noqa: B023
        return [one for one in known if one is not None]

    def _read_commitments(self, said: Sequence[Utterance]) -> list[Commitment | None]:
        """Those not read before, together."""
        missing = [one.text for one in said if self._commitments.known(one.text) is None]
        read = dict(zip(missing, self.sources.commitments.read(missing), strict=True))
        return [self._commitments.get(one.text, lambda: (read[one.text],))[0] for one in said]  # noqa: B023

    def _day(self, at: datetime) -> date:
        return at.astimezone(self.sources.clock.zone).date()

    def _reason(self, needs: Sequence[str], turns: Sequence[ReadTurn], language: Language) -> str:
        phrases, catalogue = self.sources.phrases, self.sources.catalogue
        if not turns:
            return phrases.say(language, "recap-nothing")
        names = [need_name(phrases, catalogue, language, need) for need in needs[:_MAIN] if need in catalogue]
        if not names:
            return phrases.say(language, "recap-reason-unclear")
        asks = any(turn.role in ("asks", "asks_own") for turn in turns)
        key = "recap-reason-asks" if asks else "recap-reason-wants"
        return phrases.say(language, key, needs=list_words(names, language))

    def _is_elsewhere(self, needs: Sequence[str]) -> bool:
        policy = self.sources.catalogue[needs[0]].policy if needs and needs[0] in self.sources.catalogue else None
        return policy is not None and policy.action == "refer"


def build_summarizer(sources: SummarySources) -> Summarizer:
    """Of parts that are there; nothing is loaded."""
    return Summarizer(
        sources,
        EntityFinder(sources.values, sources.acts),
        NeedsHeard(sources.reader),
        AnswerCiter(sources.reader, sources.knowledge_base),
        SentenceWriter(sources.phrases, sources.values.words),
        Remembered(_REMEMBERED),
        Remembered(_REMEMBERED),
    )


def _before(said: Sequence[Utterance], place: int) -> tuple[str, str]:
    last = said[place - 1] if place else None
    return ("", "") if last is None else (side_of(last.speaker), last.text)
