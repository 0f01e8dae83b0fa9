"""A sum of the person's own in a conversation: asked for in pieces, made, made again, never of what was not told."""

from typing import Any

import pytest

from agents.reception.turns.turn import Turn
from agents.understanding.reading import Reading
from agents.understanding.sums.own_sum import SumChances
from tests import shipped
from tests.agents.conftest import reading

SICK = "incapacidad_temporal_info"
READER = shipped.told_reader()


def wanting(name: str, *labels: Any, need: str | None = None, wanted: float = 0.9, **values: Any) -> Reading:
    return reading(*labels, need=need, sums=SumChances(wanted, {name: 0.9}), **values)


def tells(name: str, wanted: float = 0.4, **values: Any) -> Reading:
    return wanting(name, wanted=wanted, **values)


SCRIPT = {
    "estoy de baja por gripe, ¿cuánto voy a cobrar?": wanting("sick_pay", "question", need=SICK),
    "mi base es 1650": tells("sick_pay"),
    "29 días": tells("sick_pay"),
    "y con 1800?": tells("sick_pay"),
    "no lo sé": reading("deny"),
    "serían unos 1.999 limpios??": wanting("sick_pay", "question", need=SICK),
    "¿qué papeles?": reading("question", need="viudedad", aspect="documents"),
    "nací el 31 de febrero de 1964 y llevo 36 años cotizados, ¿cuándo?": wanting(
        "retirement_date", "question", need="jubilacion_ordinaria"
    ),
    "nací el 3 de febrero de 2030": tells("retirement_date"),
    "nací el 3/2/1964": tells("retirement_date"),
    "y a mi hermana, con 1200 y 10 días?": wanting("sick_pay", "third_person", wanted=0.5),
    "y yo con 29 días?": wanting("sick_pay", "oneself", wanted=0.5),
    "mejor 20 días": tells("sick_pay"),
    "del 3 al 30 de noviembre": tells("sick_pay"),
    "estoy de baja desde el 12 de noviembre, mi base es 1350": wanting("sick_pay", "question", need=SICK),
    "comun": reading(),
    "del 12 al 30 de noviembre, y en diciembre?": tells("sick_pay"),
    "¿cuánto cobraría el 14 de mayo de 2028 y cuánto si espero hasta los 67?": wanting(
        "early_retirement", "question", need="jubilacion_ordinaria"
    ),
    "nací el 14 de mayo de 1963 y llevo 34 años y 5 meses cotizados": tells("early_retirement"),
    "mi base es de 1900": tells("early_retirement"),
    "nací el 14 de marzo de 1961, llevo 31 años cotizados y mi base es de 1600, ¿cuánto cobraré?": wanting(
        "retirement_amount", "question", need="jubilacion_ordinaria"
    ),
    "¿y si me voy ahora?": wanting("early_retirement", "question", need="jubilacion_ordinaria"),
    "sí, pero con 33 años cotizados, ¿cuánto cobro?": wanting(
        "early_retirement", "question", need="jubilacion_ordinaria"
    ),
    "y con 33 años cotizados, ¿cuándo puedo irme?": reading(
        "question",
        need="jubilacion_ordinaria",
        sums=SumChances(0.9, {"early_retirement": 0.9}, frozenset({"date"})),
    ),
    "1500, creo. ¿y eso quién me lo paga?": reading("question", need=SICK, aspect="how"),
    "déjalo": reading("drop"),
    "estoy de baja, ¿cuánto voy a cobrar y cuánto el mes que viene?": wanting("sick_pay", "question", need=SICK),
    "voy a tener un bebé el 3 de enero, ¿cuánto cobraré?": reading(
        "question", need="nacimiento_cuidado", sums=SumChances(0.9, {"birth_leave": 0.9}, frozenset({"amount"}))
    ),
    "¿cuándo se me acaba el permiso? Cobro 1500": reading(
        "question", need="nacimiento_cuidado", aspect="deadlines", sums=SumChances(0.9, {"birth_leave": 0.9})
    ),
    "¿cuánto cobraré de permiso si gano 1500?": reading(
        "question", need="nacimiento_cuidado", sums=SumChances(0.9, {"birth_leave": 0.9}, frozenset({"amount"}))
    ),
    "nací el 3/2/1964 y llevo 36 años cotizados, ¿cuándo y cuánto me queda?": reading(
        "question",
        need="jubilacion_ordinaria",
        sums=SumChances(0.9, {"retirement_date": 0.9}, frozenset({"date", "amount"})),
    ),
    "mi base es de 1500": tells("retirement_date"),
    "mi madre y yo, 540 y 741 que hacen 1281, ¿con 20 días cuánto?": wanting("sick_pay", "question", need=SICK),
    "540 es lo mío y 741 lo suyo": reading(),
    "nací el 14 de mayo de 1964, llevo 35 años cotizados, me han despedido, ¿cuánto cobro si me jubilo ya?": wanting(
        "early_retirement", "question", need="jubilacion_anticipada_involuntaria"
    ),
    "la base es 1620, pero son 34 años y 5 meses, no 35, ¿cuánto me queda al mes?": wanting(
        "retirement_amount", "question", need="jubilacion_anticipada_involuntaria"
    ),
    "vale, pues el 3 de enero, ¿cuánto me queda al mes?": wanting(
        "retirement_amount", "question", need="jubilacion_anticipada_involuntaria"
    ),
    "con una pensión de 1148 y mi madre sin nada, ¿cuánto en total?": reading(
        "question", need="viudedad", confidence=0.4, sums=SumChances(0.9, {"widows_pension": 0.8})
    ),
    "¿unos 930 entonces? 17 días a 33 y 9 a 41,25, ¿es así?": reading("question", need=SICK),
    "¿unos 700 entonces? 17 días a 33, ¿es así?": reading("question", need=SICK),
    "serán 29 días, creo. ¿y quién me lo paga?": reading("question", need=SICK, aspect="who"),
    "nací el 3/2/1962 y llevo 38 años cotizados, ¿cuándo me puedo jubilar?": reading(
        "question",
        need="jubilacion_ordinaria",
        sums=SumChances(0.9, {"retirement_date": 0.9}, frozenset({"date"})),
    ),
    "¿y si espero a ese día de mayo, cuánto me queda? la base es 1900": reading(
        "question",
        need="jubilacion_ordinaria",
        sums=SumChances(0.9, {"retirement_amount": 0.9}, frozenset({"amount"})),
    ),
    "¿cuánto me queda de ingreso mínimo? gano 430 al mes": reading(
        "question", need="ingreso_minimo_vital", sums=SumChances(0.9, {"widows_pension": 0.1}, frozenset({"amount"}))
    ),
    "2, yo y una amiga, pero ella no es nada mío": reading("third_person", need="ingreso_minimo_vital"),
    "0": reading("person"),
    "déjelo": wanting("retirement_date", "lets_go", need="jubilacion_ordinaria"),
    "¿cuánto sería de ingreso mínimo? vivo sola con dos hijos y gano 600 euros": wanting(
        "minimum_income", "question", need="ingreso_minimo_vital"
    ),
    "¿y si mi hija tiene 2 años y el niño 7?": wanting(
        "minimum_income", "question", "third_person", need="ingreso_minimo_vital"
    ),
    "y no sé yo si con esos 1650 que te he dicho de base me devuelven algo": wanting(
        "sick_pay", "question", need=SICK, wanted=0.5
    ),
}


@pytest.fixture
def conversation(talk: Any) -> Any:
    return talk(SCRIPT, sums=shipped.sums(), told_values=READER)


async def said(conversation: Any, *texts: str) -> Turn:
    for text in texts:
        turn = await conversation.say(text)
    return turn  # type: ignore[no-any-return]


def words(turn: Turn) -> str:
    return "\n".join(message.text for message in turn.messages)


ASKS = "estoy de baja por gripe, ¿cuánto voy a cobrar?"


async def test_it_asks_for_what_is_missing_one_thing_at_a_time_and_makes_the_sum(conversation: Any) -> None:
    turn = await said(conversation, ASKS)
    assert turn.step == "asked.sum"
    assert turn.messages[-1].kind == "question"
    turn = await said(conversation, "mi base es 1650")
    assert "33,00" in words(turn)
    assert "41,25" in words(turn)
    turn = await said(conversation, "29 días")
    assert "932,25" in words(turn)
    assert "Es orientativo" in words(turn)


async def test_its_rule_is_told_before_the_first_thing_it_asks_for(conversation: Any) -> None:
    turn = await said(conversation, ASKS)
    assert [message.kind for message in turn.messages] == ["answer", "question"]
    assert turn.messages[0].citations
    asked_on = await said(conversation, "nací el 31 de febrero de 1964 y llevo 36 años cotizados, ¿cuándo?")
    again = await said(conversation, "nací el 3 de febrero de 2030")
    assert asked_on.messages[-1].kind == "question"
    assert not any(message.kind == "answer" for message in again.messages)


async def test_another_value_makes_it_again(conversation: Any) -> None:
    turn = await said(conversation, ASKS, "mi base es 1650", "29 días", "y con 1800?")
    assert "1.800" in words(turn)
    assert "932,25" not in words(turn)


async def test_of_two_ways_to_say_the_same_the_one_told_last_counts(conversation: Any) -> None:
    twenty = await said(conversation, ASKS, "mi base es 1650", "mejor 20 días")
    assert "561,00" in words(twenty)
    assert "561,00" not in words(await said(conversation, "del 3 al 30 de noviembre"))


async def test_the_values_of_two_people_are_kept_apart(conversation: Any) -> None:
    hers = await said(conversation, ASKS, "mi base es 1650", "y a mi hermana, con 1200 y 10 días?")
    assert "1.650" not in words(hers)
    mine = await said(conversation, "y yo con 29 días?")
    assert "1.650" in words(mine)
    assert "1.200" not in words(mine)


async def test_how_it_was_worked_out_is_told_with_the_articles(conversation: Any, phrases: Any) -> None:
    await said(conversation, ASKS, "mi base es 1650", "29 días")
    turn = await said(conversation, phrases.say("es", "reply-how-computed"))
    assert "artículo" in words(turn)
    assert "932,25" not in words(turn)


async def test_who_does_not_know_is_told_so_once_and_may_tell_it_later(conversation: Any, phrases: Any) -> None:
    turn = await said(conversation, ASKS, "no lo sé")
    assert words(turn) == phrases.say("es", "sum-without")
    assert "33,00" in words(await said(conversation, "mi base es 1650"))


async def test_no_sum_is_made_of_an_amount_that_was_not_understood(conversation: Any) -> None:
    turn = await said(conversation, "mi base es 1650", "serían unos 1.999 limpios??")
    assert "1.650" not in words(turn)


async def test_a_question_beside_it_is_answered(conversation: Any) -> None:
    turn = await said(conversation, ASKS, "¿qué papeles?")
    assert turn.need == "viudedad"
    assert any(message.kind == "answer" for message in turn.messages)


async def test_no_sum_is_made_of_a_day_that_cannot_be(conversation: Any) -> None:
    turn = await said(conversation, "nací el 31 de febrero de 1964 y llevo 36 años cotizados, ¿cuándo?")
    assert turn.messages[-1].kind == "question"
    turn = await said(conversation, "nací el 3 de febrero de 2030")
    assert "jubilarse" not in words(turn)
    turn = await said(conversation, "nací el 3/2/1964")
    assert "jubilarse" in words(turn)


async def test_without_sums_the_article_answers(talk: Any) -> None:
    turn = await said(talk(SCRIPT), ASKS)
    assert turn.step != "asked.sum"


async def test_where_only_one_of_two_things_is_missing_both_sums_are_told(conversation: Any) -> None:
    turn = await said(conversation, "estoy de baja desde el 12 de noviembre, mi base es 1350")
    assert [message.kind for message in turn.messages] == ["notice"] * 3
    assert words(turn).startswith("Enfermedad común o accidente fuera del trabajo:\n")
    assert "27,00" in turn.messages[0].text  # 1350 / 30 = 45, 60 %
    assert turn.messages[1].text.startswith("Accidente de trabajo o enfermedad profesional:\n")
    assert "33,75" in turn.messages[1].text  # 75 %
    assert words(turn).count("Es orientativo") == 1
    twice = await said(conversation, "del 12 al 30 de noviembre, y en diciembre?")
    assert [message.text.partition(":")[0] for message in twice.messages[:4]] == [
        "Enfermedad común o accidente fuera del trabajo",
        "Accidente de trabajo o enfermedad profesional",
    ] * 2
    assert "432,00" in twice.messages[0].text  # 16 × 27.00: of days 4 to 19
    assert "1.039,50" in twice.messages[2].text  # 27.00 + 30 × 33.75: of days 20 to 50
    assert words(twice).count("Es orientativo") == 1
    assert "Accidente" not in words(await said(conversation, "comun"))


async def test_a_sum_of_two_days_is_told_of_both_once_it_has_what_it_lacks(conversation: Any) -> None:
    turn = await said(conversation, "¿cuánto cobraría el 14 de mayo de 2028 y cuánto si espero hasta los 67?")
    assert turn.messages[-1].kind == "question"
    turn = await said(conversation, "nací el 14 de mayo de 1963 y llevo 34 años y 5 meses cotizados")
    assert "14 de mayo de 2028" in turn.messages[0].text
    assert "21" in turn.messages[0].text  # 24 months ahead with less than 38 years and 6 months
    assert words(turn).count("Es orientativo") == 1
    turn = await said(conversation, "mi base es de 1900")
    assert "1.900" in words(turn)


async def test_what_was_just_told_is_not_told_again_to_who_asks_something_else(conversation: Any) -> None:
    turn = await said(conversation, ASKS, "mi base es 1650")
    told = turn.messages[0].text
    turn = await said(conversation, "y no sé yo si con esos 1650 que te he dicho de base me devuelven algo")
    assert told not in words(turn)


async def test_what_is_told_of_the_children_at_home_is_told_of_ones_own_sum(conversation: Any) -> None:
    turn = await said(conversation, "¿cuánto sería de ingreso mínimo? vivo sola con dos hijos y gano 600 euros")
    assert "735,15" in words(turn)
    turn = await said(conversation, "¿y si mi hija tiene 2 años y el niño 7?")
    assert "907,65" in words(turn)


LEAVES_NOW = (
    "nací el 14 de marzo de 1961, llevo 31 años cotizados y mi base es de 1600, ¿cuánto cobraré?",
    "¿y si me voy ahora?",
)


async def test_a_day_on_which_nobody_may_retire_is_let_go_by_the_next_question(conversation: Any) -> None:
    turn = await said(conversation, *LEAVES_NOW)
    assert "31 años" in words(turn)
    assert "35 años" in words(turn)
    turn = await said(conversation, "sí, pero con 33 años cotizados, ¿cuánto cobro?")
    assert "14 de marzo de 2028" in words(turn)
    assert "€" in words(turn)


async def test_whether_one_may_leave_then_is_answered_as_asked(conversation: Any) -> None:
    turn = await said(conversation, *LEAVES_NOW, "y con 33 años cotizados, ¿cuándo puedo irme?")
    assert "35 años" in words(turn)


async def test_what_is_asked_beside_a_value_is_answered(conversation: Any) -> None:
    turn = await said(conversation, ASKS, "1500, creo. ¿y eso quién me lo paga?")
    assert "1.500" in words(turn)
    assert any(message.kind == "answer" for message in turn.messages)


async def test_a_sum_that_is_let_go_asks_no_more(conversation: Any) -> None:
    await said(conversation, ASKS, "déjalo")
    turn = await said(conversation, "¿qué papeles?")
    assert "cálculo" not in words(turn)


async def test_an_amount_asked_for_beside_a_day_asks_for_what_it_takes(conversation: Any) -> None:
    turn = await said(conversation, "nací el 3/2/1964 y llevo 36 años cotizados, ¿cuándo y cuánto me queda?")
    assert "2029" in words(turn)
    assert [message.kind for message in turn.messages][-1] == "question"
    assert "base reguladora" in turn.messages[-1].text
    turn = await said(conversation, "mi base es de 1500")
    assert "€" in words(turn)


async def test_who_does_not_know_what_the_amount_takes_is_told_so_once(conversation: Any) -> None:
    turn = await said(
        conversation, "nací el 3/2/1964 y llevo 36 años cotizados, ¿cuándo y cuánto me queda?", "no lo sé"
    )
    assert "Sin ese dato" in words(turn)


async def test_who_asks_until_when_is_asked_for_the_day_also_with_a_wage_told(conversation: Any) -> None:
    turn = await said(conversation, "¿cuándo se me acaba el permiso? Cobro 1500")
    assert turn.step == "asked.sum"
    assert "1.500" not in words(turn)


async def test_the_pay_alone_says_of_which_day_it_is(conversation: Any) -> None:
    turn = await said(conversation, "¿cuánto cobraré de permiso si gano 1500?")
    assert "1.500" in words(turn)
    assert "naciera hoy" in words(turn)


async def test_who_does_not_know_the_day_is_told_the_pay(conversation: Any) -> None:
    turn = await said(conversation, "¿cuándo se me acaba el permiso? Cobro 1500", "no lo sé")
    assert "1.500" in words(turn)


async def test_what_people_reckon_themselves_leaves_what_they_told(conversation: Any) -> None:
    turn = await said(conversation, ASKS, "mi base es 1650", "540 es lo mío y 741 lo suyo")
    turn = await said(conversation, "mi madre y yo, 540 y 741 que hacen 1281, ¿con 20 días cuánto?")
    assert "561,00" in words(turn)


async def test_no_sum_begins_with_what_drops_the_matter(conversation: Any) -> None:
    assert (await said(conversation, "déjelo")).step != "asked.sum"


async def test_a_day_that_what_is_told_later_makes_impossible_is_still_the_one_asked_about(conversation: Any) -> None:
    asks = "nací el 14 de mayo de 1964, llevo 35 años cotizados, me han despedido, ¿cuánto cobro si me jubilo ya?"
    assert "26,25" in words(await said(conversation, asks))
    turn = await said(conversation, "la base es 1620, pero son 34 años y 5 meses, no 35, ¿cuánto me queda al mes?")
    assert "demasiado pronto" in words(turn)
    assert "100" not in words(turn)
    turn = await said(conversation, "vale, pues el 3 de enero, ¿cuánto me queda al mes?")
    assert "3 de enero de 2027" in words(turn)
    assert "al mes en 14 pagas" in words(turn).replace("\xa0", " ")


async def test_no_sum_of_another_matter_that_is_only_perhaps_meant_is_made(conversation: Any) -> None:
    turn = await said(conversation, *LEAVES_NOW, "con una pensión de 1148 y mi madre sin nada, ¿cuánto en total?")
    assert "52" not in words(turn)


async def test_what_they_reckon_of_a_sum_is_told_to_be_right(conversation: Any) -> None:
    await said(conversation, ASKS, "mi base es 1650", "29 días")
    turn = await said(conversation, "¿unos 930 entonces? 17 días a 33 y 9 a 41,25, ¿es así?")
    assert words(turn).startswith("Sí. ")
    assert "932,25" in words(turn)
    assert "Sí." not in words(await said(conversation, "¿unos 700 entonces? 17 días a 33, ¿es así?"))


async def test_days_told_beside_a_question_make_the_sum_again(conversation: Any) -> None:
    turn = await said(conversation, ASKS, "mi base es 1650", "serán 29 días, creo. ¿y quién me lo paga?")
    assert "932,25" in words(turn)
    assert any(message.kind == "answer" for message in turn.messages)


async def test_a_month_spoken_of_is_the_day_that_was_told(conversation: Any) -> None:
    turn = await said(conversation, "nací el 3/2/1962 y llevo 38 años cotizados, ¿cuándo me puedo jubilar?")
    assert "25 de mayo de 2027" in words(turn)
    turn = await said(conversation, "¿y si espero a ese día de mayo, cuánto me queda? la base es 1900")
    assert "25 de mayo de 2027" in words(turn)


async def test_who_is_no_family_is_not_counted_and_changes_nothing_of_ones_own(conversation: Any) -> None:
    turn = await said(
        conversation,
        "¿cuánto me queda de ingreso mínimo? gano 430 al mes",
        "2, yo y una amiga, pero ella no es nada mío",
        "0",
    )
    assert "303,60" in words(turn)
