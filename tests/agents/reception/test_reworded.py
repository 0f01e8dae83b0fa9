"""A citizen's answer in other words: its sources go with it, and without a worder nothing changes."""

from dataclasses import dataclass, field

from agents.wording.worder import Approved
from tests.agents.conftest import reading

SCRIPT = {"viuda": reading("question", need="viudedad", aspect="requirements")}


@dataclass
class Marking:
    """Marks each line, or leaves the text."""

    silent: bool = False
    asked: list[Approved] = field(default_factory=list)

    async def word(self, approved: Approved) -> str | None:
        self.asked.append(approved)
        return None if self.silent else "\n".join(f"{line}~" for line in approved.text.split("\n"))


async def test_answers_are_reworded_with_their_sources(talk) -> None:
    worder = Marking()
    turn = await talk(SCRIPT, worder=worder).say("viuda")
    answers = [message for message in turn.messages if message.kind == "answer"]
    assert answers
    for message in answers:
        lines = message.text.split("\n")
        assert all(line.endswith("~") for line in lines)
        assert set(lines) <= {line for citation in message.citations for line in citation.lines}
    assert {one.purpose for one in worder.asked} == {"answer"}


async def test_a_worder_without_better_words_changes_nothing(talk) -> None:
    turn, plain = await talk(SCRIPT, worder=Marking(silent=True)).say("viuda"), await talk(SCRIPT).say("viuda")
    assert [one.text for one in turn.messages] == [one.text for one in plain.messages]
