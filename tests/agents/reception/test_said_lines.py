"""How approved lines are said: what is a list on paper is a sentence when it stands alone."""

import pytest

from agents.phrases.message import Message
from agents.reception.nodes.say import as_sentence
from knowledge.passages import Citation, Validity


def _told(*lines: str) -> Message:
    citation = Citation("c", "p", "s", "es", "quote", 0, 5, "Ley", "https://a", Validity(), lines)
    return Message("answer", "\n".join(lines), (citation,))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("- Lo paga la empresa.",), "Lo paga la empresa."),
        (("Dura 19 semanas.", "- Es de cada uno."), "Dura 19 semanas.\nEs de cada uno."),
        (("Necesita:", "- Su DNI."), "Necesita:\n- Su DNI."),
        (("- Su DNI.", "- El parte."), "- Su DNI.\n- El parte."),
        (("Dura 19 semanas.",), "Dura 19 semanas."),
    ],
)
def test_a_list_of_one_is_a_sentence_with_its_source(lines: tuple[str, ...], said: str) -> None:
    told = as_sentence(_told(*lines))
    assert told.text == said
    assert told.citations[0].lines == tuple(said.split("\n"))
