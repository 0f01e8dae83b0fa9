"""A summarizer that counts what was said."""

from collections.abc import Sequence

from agents.summary.summary import Entity, Summary, SummarySentence
from api.services.summaries import SummaryServices
from knowledge.languages import Language
from tests.api.scripted import QUOTES, citation
from tools.contacts.contact import Utterance


class CountingSummarizer:
    """Implements ``Summarizing``."""

    def summarize(
        self,
        transcript: Sequence[Utterance],
        language: Language | None,
        agent_language: Language | None,
        needs: Sequence[str] = (),
    ) -> Summary:
        sentences = (
            SummarySentence("answered", "La edad.", (len(transcript) - 1,), (citation(QUOTES[0]),)),
            SummarySentence("commitment", "Llamar.", (0,), who="agent", by="2026-12-03"),
        )
        values = (Entity("date", "2026-12-03", 0),)
        reason = " · ".join(one.text for one in transcript)
        return Summary(
            agent_language or language or "es",
            tuple(needs) or ("jubilacion_ordinaria",),
            reason,
            sentences,
            values,
            "resolved",
        )


async def _keep_nothing(summary: Summary) -> None:
    return None


def make_summaries() -> SummaryServices:
    return SummaryServices(CountingSummarizer(), _keep_nothing)
