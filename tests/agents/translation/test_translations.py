"""Translations: honest ones are shown, lies are not, and nothing is sent that may not be."""

import pytest

from agents.translation.chat_translator import ChatTranslator
from agents.translation.guard import TranslationGuard
from agents.translation.translator import Original
from knowledge.languages import Language
from tests.agents.wording.worders import Parts, worder_of
from tests.fakes.chat_model import ScriptedModel

EU, ES = "Nire pentsioa noiz kobratuko dut?", "¿Cuándo cobraré mi pensión?"

HONEST: list[tuple[Language, str, Language, str]] = [
    ("eu", EU, "es", ES),
    ("es", "La edad ordinaria en 2026 es de 66 años y 10 meses.", "en",
     "The ordinary age in 2026 is 66 years and 10 months."),
    ("es", "Cobrará 1.200,50 euros el 3 de diciembre.", "en", "You will be paid 1,200.50 euros on 3 December."),
    ("es", "Llame al 91 542 11 76 o entre en https://sede.seg-social.gob.es.", "fr",
     "Appelez le 91 542 11 76 ou consultez https://sede.seg-social.gob.es."),
    ("es", "No tiene que llevar el DNI.", "ca", "No ha de portar el DNI."),
    ("es", "Mi documento es [DOCUMENT].", "en", "My document is [DOCUMENT]."),
]  # fmt: skip
LIES: list[tuple[Language, str, Language, str, str]] = [
    ("es", "La edad es de 66 años y 10 meses.", "en", "The age is 65 years and 10 months.", "figure"),
    ("es", "La edad es de 66 años.", "en", "The age is 66 years, or 62 years.", "figure"),
    ("es", "Cobrará 1.200 euros.", "en", "You will be paid 12,000 euros.", "figure"),
    ("es", "Venga el lunes.", "en", "Come on Tuesday.", "figure"),
    ("es", "Venga el 3 de marzo.", "en", "Come on 3 April.", "figure"),
    ("es", "Llame al 91 542 11 76.", "fr", "Appelez le 91 542 11 77.", "figure"),
    ("es", "Entre en seg-social.es.", "fr", "Consultez seg-social.com.", "figure"),
    ("es", "Mi documento es [DOCUMENT].", "en", "My document is 12345678Z.", "figure"),
    ("es", "Vaya a la oficina.", "en", "Go to the office in Bilbao.", "name"),
    ("es", "Pida el IMV.", "en", "Ask for the benefit.", "name"),
    ("es", "No tiene derecho a la ayuda.", "en", "You are entitled to the benefit.", "turned"),
    ("es", "Tiene derecho a la ayuda.", "en", "You are not entitled to the benefit.", "turned"),
    ("es", "Vaya a la oficina con sus papeles.", "en", "Vaya a la oficina con sus papeles ya.", "language"),
    ("es", "Vaya a la oficina.", "en", "", "empty"),
    ("es", "Vaya a la oficina.", "en", "Go. " * 60, "length"),
    ("es", "Vaya a la oficina.", "en", "Go to <b>the office</b>.", "sign"),
    ("es", "Vaya a la oficina.", "en", "Перейдите в офис.", "sign"),
]  # fmt: skip


def told_by(*pairs: tuple[str, Language]) -> TranslationGuard:
    known = dict(pairs)
    return TranslationGuard(lambda text: known.get(text, "es"))


@pytest.mark.parametrize(("source", "text", "target", "said"), HONEST)
def test_an_honest_translation_is_shown(source: Language, text: str, target: Language, said: str) -> None:
    assert told_by((said, target)).flaw(text, said, source, target) is None


@pytest.mark.parametrize(("source", "text", "target", "said", "flaw"), LIES)
def test_a_lie_is_not_shown(source: Language, text: str, target: Language, said: str, flaw: str) -> None:
    guard = told_by() if flaw == "language" else told_by((said.strip(), target))
    assert guard.flaw(text, said, source, target) == flaw


@pytest.mark.parametrize(("source", "text", "target", "said", "flaw"), LIES)
async def test_no_lie_of_a_model_comes_through_and_each_is_counted(
    source: Language, text: str, target: Language, said: str, flaw: str
) -> None:
    worder = worder_of(ScriptedModel(answer=lambda _: said))
    guard = told_by() if flaw == "language" else told_by((said.strip(), target))
    translator = ChatTranslator(worder, guard)
    assert await translator.translate(Original(text, source, target, "c1")) is None
    assert worder.outcomes.keys() <= {flaw, "personal"}  # a telephone that is nobody's office is not even sent
    assert sum(worder.outcomes.values()) == 1


async def test_an_honest_model_is_heard_and_the_audit_has_no_text() -> None:
    parts = Parts()
    translator = ChatTranslator(worder_of(ScriptedModel(answer=lambda _: ES), parts), told_by((ES, "es")))
    assert await translator.translate(Original(EU, "eu", "es", "c1")) == ES
    assert EU not in str(parts.trail.begun) + str(parts.trail.finished)
    assert parts.trail.begun[0][0].reason == "translation"


async def test_what_has_an_identifier_is_not_sent() -> None:
    model = ScriptedModel(answer=lambda text: text)
    translator = ChatTranslator(worder_of(model), told_by())
    assert await translator.translate(Original("Soy 12345678Z", "es", "en", "c1")) is None
    assert model.sent == []
