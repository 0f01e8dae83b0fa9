"""What the words of a message tell of an appointment under way, beside its values."""

from agents.understanding.message import ParsedMessage
from agents.understanding.reading import PartWords
from agents.understanding.slots.answers import AnswerReader
from tools.reading.dictation.words import named_identities


def words_told(answers: AnswerReader, message: ParsedMessage) -> PartWords:
    """By the phrases of its language."""
    folded = message.folded
    return PartWords(
        later=answers.later(folded),
        undoes=answers.undoes(folded),
        supposes=answers.supposes(folded),
        anew=answers.asks_anew(folded),
        ahead=answers.goes_ahead(folded),
        keeps=answers.keeps_all(folded),
        keeps_booked=answers.keeps_booked(folded),
        outright=answers.says_yes(folded),
        rather=answers.prefers(folded),
        document="document" in named_identities(folded, message.language),
    )
