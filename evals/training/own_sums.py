"""``isac train sums``: fit whether a message wants a sum of the person's own, and say how well that is heard.

Each language is judged by a model of the others'. Messages of other conversations that a line answers teach what wants
none.
"""

import random
import sys
from collections.abc import Sequence

import numpy as np

from agents.reception.policy.own_sum import ALONE, WITH_VALUE
from agents.understanding.shared.ngrams import Floats
from agents.understanding.shared.tables import own_model
from agents.understanding.sums.own_sum import KEPT, features, fit, save_own_sum, sums_digest
from agents.understanding.sums.sum_messages import SumMessage, sum_messages
from agents.understanding.units.spoken import spoken_after
from api.settings.settings import load_settings
from api.wiring.early import build_encoder
from evals.training.needs.conversations import load_conversations
from evals.training.needs.stored_vectors import StoredVectors
from knowledge.administration import Administration, load_administration
from knowledge.languages import LANGUAGES
from knowledge.search.knowledge_base import unit_lines

_OTHERS, _SEED = 5_000, 0


def train_sums() -> None:
    """Fit and keep, and tell how messages in each language are heard by a model of the others."""
    settings = load_settings()
    administration = load_administration(settings.administration)
    encoder = StoredVectors(build_encoder(settings, settings.needs_encoder_model), settings.data_dir / "tuning")
    messages = sum_messages(administration)
    every = [*messages, *_of_other_conversations(administration)]
    rows = _rows(every, encoder)
    encoder.save()
    _tell(messages, every, rows)
    model = fit(rows, [one.name for one in every])
    save_own_sum(model, own_model(administration, KEPT), sums_digest(messages, encoder.identity))


def _rows(messages: Sequence[SumMessage], encoder: StoredVectors) -> Floats:
    own = encoder.encode([one.text for one in messages])
    after = encoder.encode([spoken_after(one.before, one.text) for one in messages])
    return np.stack([features(one.text, *vectors) for one, *vectors in zip(messages, own, after, strict=True)])


def _of_other_conversations(administration: Administration) -> list[SumMessage]:
    """Messages that a line answers: what they ask is no sum."""
    others = []
    for conversation in load_conversations(administration, "written", unit_lines(administration)):
        before = ""
        for message in conversation.messages:
            if message.answers:
                others.append(SumMessage(message.said, before, conversation.language, None))
            before = message.said
    return random.Random(_SEED).sample(others, min(len(others), _OTHERS))


def _tell(messages: Sequence[SumMessage], every: Sequence[SumMessage], rows: Floats) -> None:
    for language in LANGUAGES:
        taught = [place for place, one in enumerate(every) if one.language != language]
        model = fit(rows[taught], [every[place].name for place in taught])
        own = [place for place, one in enumerate(every) if one.language == language]
        found = [(every[place], np.array(model.weights[:-1]).T @ rows[place] + model.weights[-1]) for place in own]
        wanting = [(one, scores) for one, scores in found if one.name]
        named = sum(model.names[int(np.argmax(scores[1:]))] == one.name for one, scores in wanting)
        said = [f"{language}: {len(wanting)} want a sum, the right one {named / len(wanting):.0%}"]
        for least in (WITH_VALUE, ALONE):
            odds = np.log(least / (1 - least))
            heard = sum(scores[0] >= odds for _, scores in wanting) / len(wanting)
            false = sum(scores[0] >= odds for one, scores in found if not one.name) / (len(found) - len(wanting))
            said.append(f"from {least} heard {heard:.0%}, false {false:.1%}")
        sys.stdout.write("; ".join(said) + "\n")
