"""Whether a sum of one's own is wanted is heard as people say it; the kept model is of today's conversations."""

from functools import cache

import pytest

from agents.understanding.shared.tables import own_model
from agents.understanding.sums.own_sum import KEPT, load_own_sum, sums_digest
from agents.understanding.sums.sum_messages import SumMessage, sum_messages
from agents.understanding.understander import Understander
from agents.understanding.units.spoken import SaidBefore
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.builders import NOW

SICK = "incapacidad_temporal_info"
WANTED: dict[Language, str] = {
    "es": "con una base de 1.650 euros y 29 días de baja, ¿cuánto cobraría yo?",
    "ca": "amb una base de 1.650 euros i 29 dies de baixa, quant cobraria jo?",
    "gl": "cunha base de 1.650 euros e 29 días de baixa, canto cobraría eu?",
    "eu": "1.650 euroko oinarriarekin eta 29 eguneko bajarekin, zenbat kobratuko nuke nik?",
    "en": "with a base of 1,650 euros and 29 days off sick, how much would I get?",
    "fr": "avec une base de 1 650 euros et 29 jours d'arrêt, combien est-ce que je toucherais ?",
}
IN_GENERAL: dict[Language, str] = {
    "es": "¿quién paga la baja a partir del día 16?", "ca": "qui paga la baixa a partir del dia 16?",
    "gl": "quen paga a baixa a partir do día 16?", "eu": "nork ordaintzen du baja 16. egunetik aurrera?",
    "en": "who pays sick leave from day 16 on?", "fr": "qui paie l'arrêt maladie à partir du 16e jour ?",
}  # fmt: skip


@cache
def taught() -> list[SumMessage]:
    return sum_messages(SEGURIDAD_SOCIAL)


def wanted(real: Understander, text: str, language: Language) -> float:
    before = SaidBefore(text="", beliefs={SICK: 0.9}, topic=SICK)
    return real.read_message(text, prior=language, now=NOW, before=before).sums.wanted


def test_the_kept_model_is_of_the_conversations_of_today(real: Understander) -> None:
    digest = sums_digest(taught(), real.encoder.identity)
    model = load_own_sum(own_model(SEGURIDAD_SOCIAL, KEPT), digest)
    assert model is not None, "run isac train sums"
    assert set(model.names) == set(shipped.sums().names) - set(shipped.sums().untaught)


def test_a_model_of_other_conversations_is_not_used() -> None:
    assert load_own_sum(own_model(SEGURIDAD_SOCIAL, KEPT), "other") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_ones_own_sum_is_told_from_a_rule_in_general(real: Understander, language: Language) -> None:
    assert wanted(real, WANTED[language], language) > 0.35 > wanted(real, IN_GENERAL[language], language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_asks_for_every_sum(language: Language) -> None:
    own = [one for one in taught() if one.language == language]
    assert {one.name for one in own if one.name} == set(shipped.sums().names) - set(shipped.sums().untaught)
    assert any(one.name is None for one in own)
