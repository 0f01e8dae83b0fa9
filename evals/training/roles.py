"""``isac train roles``: fit what an utterance does and whether it commits who says it, and say how well that is read.

What is written in a language is judged by a model of the others'.
"""

import sys
from collections import Counter
from collections.abc import Sequence

from agents.understanding.commitments.commitment_model import SURE
from agents.understanding.commitments.trained_commitments import KEPT as KEPT_COMMITMENTS
from agents.understanding.commitments.trained_commitments import (
    CommitmentExample,
    commitment_examples,
    commitments_digest,
    fit_commitment_examples,
    save_commitments,
)
from agents.understanding.labels.label_examples import label_examples
from agents.understanding.needs.need_examples import all_examples
from agents.understanding.roles.role import Role
from agents.understanding.roles.role_examples import RoleExample, dialogue_examples, house_examples
from agents.understanding.roles.role_model import ROLES, RoleModel
from agents.understanding.roles.trained_roles import KEPT, as_said, fit_examples, roles_digest, save_roles
from agents.understanding.shared.tables import label_owner, own_model
from api.settings.settings import load_settings
from api.wiring.early import build_encoder
from evals.training.needs.stored_vectors import StoredVectors
from knowledge.administration import Administration, load_administration
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.utterances import load_utterances
from knowledge.encoders.encoder import Encoder
from knowledge.languages import LANGUAGES, Language
from knowledge.search.knowledge_base import unit_lines

_EACH = 150
"""Questions of needs, and lines of articles, that teach in each language."""


def train_roles() -> None:
    """Fit and keep, and tell how each role is read."""
    settings = load_settings()
    administration = load_administration(settings.administration)
    encoder = StoredVectors(build_encoder(settings, settings.needs_encoder_model), settings.data_dir / "tuning")
    dialogues, house = dialogue_examples(), house_sentences(administration)
    tell_roles(dialogues, house, encoder)
    model = fit_examples([*dialogues, *house], encoder)
    commitments = commitment_examples()
    tell_commitments(commitments, encoder)
    commits = fit_commitment_examples(commitments, encoder)
    encoder.save()
    owner, identity = label_owner(administration), encoder.identity
    save_roles(model, own_model(owner, KEPT), roles_digest(dialogues, identity), kept=True)
    kept = own_model(owner, KEPT_COMMITMENTS)
    save_commitments(commits, kept, commitments_digest(commitments, identity), kept=True)


def house_sentences(administration: Administration) -> list[RoleExample]:
    """A few hundred of each kind, evenly over the languages."""
    catalogue = load_catalogue(administration)
    examples = all_examples(administration, catalogue, load_utterances(administration, catalogue))
    asked = [(one.language, one.text) for one in examples if one.own and one.label in catalogue]
    told = [line for lines in unit_lines(administration).values() for line in lines]
    return house_examples(label_examples(administration), _spread(asked), _spread(told))


def _spread(rows: Sequence[tuple[Language, str]]) -> list[tuple[Language, str]]:
    """So many of each language, one every so often."""
    found: list[tuple[Language, str]] = []
    for language in LANGUAGES:
        own = [row for row in rows if row[0] == language]
        found += own[:: max(1, len(own) // _EACH)][:_EACH]
    return found


def models_without(
    dialogues: Sequence[RoleExample], house: Sequence[RoleExample], encoder: Encoder
) -> dict[Language, RoleModel]:
    """For each language, a model that no writer of it taught."""
    return {
        language: fit_examples([*(one for one in dialogues if one.language != language), *house], encoder)
        for language in dict.fromkeys(one.language for one in dialogues)
    }


def tell_roles(dialogues: Sequence[RoleExample], house: Sequence[RoleExample], encoder: Encoder) -> None:
    """By role and language: the share read right."""
    right: Counter[tuple[str, Language, bool]] = Counter()
    taken: Counter[tuple[str, str]] = Counter()
    for language, model in models_without(dialogues, house, encoder).items():
        judged = [one for one in dialogues if one.language == language]
        for one, shares in zip(judged, model.probabilities(as_said(judged, encoder)), strict=True):
            read: Role = max(shares, key=shares.__getitem__)
            right[f"{one.side} {one.role}", language, read == one.role] += 1
            right[f"{one.side} all", language, read == one.role] += 1
            if read != one.role:
                taken[f"{one.side} {one.role}", read] += 1
    names = [f"{side} {role}" for side in ROLES for role in ("all", *ROLES[side])]
    sys.stdout.write(f"{'':20}" + "".join(f"{language:>12}" for language in LANGUAGES) + f"{'all':>12}\n")
    for name in names:
        pairs = [(right[name, one, True], right[name, one, False]) for one in LANGUAGES]
        pairs.append((sum(yes for yes, _ in pairs), sum(no for _, no in pairs)))
        row = "".join(f"{yes / max(yes + no, 1):>7.0%}{yes + no:>5}" for yes, no in pairs)
        wrong = ", ".join(f"{role} {count}" for (of, role), count in taken.most_common() if of == name)
        sys.stdout.write(f"{name:20}{row}  {wrong}\n")


def tell_commitments(examples: Sequence[CommitmentExample], encoder: Encoder) -> None:
    """By language: the share of what commits that is heard, and of the rest that is taken for it."""
    for language in dict.fromkeys(one.writer[:2] for one in examples):
        model = fit_commitment_examples([one for one in examples if not one.writer.startswith(language)], encoder)
        judged = [one for one in examples if one.writer.startswith(language)]
        sure = model.probabilities(encoder.encode([one.text for one in judged]))
        commits = [float(one) for one, example in zip(sure, judged, strict=True) if example.commits]
        others = [float(one) for one, example in zip(sure, judged, strict=True) if not example.commits]
        right, wrong = (sum(one >= SURE for one in some) / len(some) for some in (commits, others))
        sys.stdout.write(
            f"commits, {language}: heard {right:.0%} ({len(commits)}), wrongly {wrong:.0%} ({len(others)})\n"
        )
