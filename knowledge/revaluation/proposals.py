"""Proposals of new figures, kept in the data folder: what one person proposed, and who approved it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from hashlib import blake2s
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from knowledge.administration import Administration
from knowledge.content.facts import load_facts
from knowledge.content.sources import load_sources
from knowledge.disk import exclusive, write_whole
from knowledge.errors import ContentError, KnowledgeError
from knowledge.revaluation.changes import FigureChange, changes_of, is_due, is_written, last_period, worked_out
from knowledge.revaluation.table import read_table_file
from knowledge.revaluation.writing import facts_after, write_files, written_files

FOLDER = "revaluations"
"""Inside the data folder."""


class RevaluationRefused(KnowledgeError):
    """A table or an approval that cannot be taken; nothing was changed."""

    code = "revaluation_refused"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Changes that hold once somebody else than ``proposed_by`` has approved them."""

    id: str
    administration: str
    table: str
    changes: tuple[FigureChange, ...]
    proposed_by: str
    proposed_at: datetime
    approved_by: str = ""
    approved_at: datetime | None = None


_PROPOSAL = TypeAdapter(Proposal)


@dataclass(frozen=True, slots=True)
class Proposals:
    """Those of an administration. ``folder``: where they are kept."""

    administration: Administration
    folder: Path

    def propose(self, table: Path, by: str, now: datetime) -> tuple[Proposal | None, list[str], list[ContentError]]:
        """The proposal, kept, with its differences in words; or every mistake of the table, and nothing is kept."""
        name = _name(by)
        rows, problems = read_table_file(table)
        facts, sources = load_facts(self.administration), load_sources(self.administration)
        changes, mistakes = changes_of(rows, table.name, facts, sources)
        problems += mistakes
        if problems:
            return None, [], sorted(problems, key=lambda problem: problem.line or 0)
        files = written_files(changes, facts, self._content)
        after = facts_after(files, self.administration, self._content)
        told = [*map(str, changes), *worked_out(changes, facts, after)]
        made_of = "\n".join([self.administration.id, *map(str, changes), name, str(now)])
        key = blake2s(made_of.encode(), digest_size=4).hexdigest()
        proposal = Proposal(key, self.administration.id, table.name, changes, name, now)
        self._keep(proposal)
        return proposal, told, []

    def approve(self, key: str, by: str, now: datetime) -> Proposal:
        """Write the changes into the facts. Safe to run again after a crash. Raises RevaluationRefused."""
        name = _name(by)
        with exclusive(self.folder / ".lock"):
            proposal = self._read(key)
            if proposal.approved_by:
                raise RevaluationRefused(f"{key} was approved by {proposal.approved_by} already")
            if _same(name, proposal.proposed_by):
                raise RevaluationRefused(f"{proposal.proposed_by} proposed {key}: somebody else has to approve it")
            self._write(proposal)
            approved = replace(proposal, approved_by=name, approved_at=now)
            self._keep(approved)
        return approved

    @property
    def _content(self) -> Path:
        return Path(str(self.administration.folder))

    def _write(self, proposal: Proposal) -> None:
        facts, sources = load_facts(self.administration), load_sources(self.administration)
        missing = [change for change in proposal.changes if not is_written(change, facts)]
        for change in missing:
            if not is_due(change, facts):
                raise RevaluationRefused(
                    f"{change.fact} has changed since {proposal.id} was proposed: propose it again"
                )
            if change.norm not in sources or sources[change.norm].retrieved < change.checked:
                raise RevaluationRefused(
                    f"{change.norm} has changed since {proposal.id} was proposed: propose it again"
                )
        files = written_files(missing, facts, self._content)
        facts_after(files, self.administration, self._content)
        write_files(files, self._content)

    def _keep(self, proposal: Proposal) -> None:
        write_whole(self.folder / f"{proposal.id}.json", _PROPOSAL.dump_json(proposal, indent=2))

    def _read(self, key: str) -> Proposal:
        file = self.folder / f"{key}.json"
        try:
            proposal = _PROPOSAL.validate_json(file.read_bytes()) if key.isalnum() else None
        except FileNotFoundError:
            proposal = None
        except ValidationError as error:
            raise RevaluationRefused(f"{file} cannot be read: {error.error_count()} mistakes") from None
        if proposal is None or proposal.administration != self.administration.id:
            raise RevaluationRefused(f"there is no proposal {key!r} for {self.administration.id}")
        return proposal


def revalued_rows(administration: Administration) -> Iterable[tuple[str, str, str]]:
    """Norm, row and value of the last period of every figure that is renewed: a table to begin with."""
    for fact in load_facts(administration).values():
        last = last_period(fact)
        if fact.renewed and not fact.formula and isinstance(last.value, Decimal):
            yield last.source, fact.id, str(last.value)


def _name(by: str) -> str:
    name = " ".join(by.split())
    if not name:
        raise RevaluationRefused("say who you are: --by NAME")
    return name


def _same(one: str, other: str) -> bool:
    """Whether two names are one, however they are written."""
    folded = [unicodedata.normalize("NFKD", name).casefold() for name in (one, other)]
    plain = ["".join(sign for sign in name if sign.isalnum()) for name in folded]
    return plain[0] == plain[1]
