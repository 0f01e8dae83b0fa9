"""When a sum of the person's own is wanted, which one it is, and when a message goes on with it."""

from dataclasses import replace
from typing import Any

import pytest

from agents.reception.policy.policy_input import Decision, PolicyInput, SumMemory
from agents.reception.policy.rules import decide
from agents.reception.tasks.task import OpenQuestion
from agents.understanding.shared.labels import Label
from agents.understanding.sums.asks import SumAsk
from agents.understanding.sums.own_sum import SumChances
from knowledge.passages import UnitId
from tests.agents.builders import booking, situation

NEEDS = {
    "sick_pay": ("incapacidad_temporal_info",),
    "widows_pension": ("viudedad",),
    "early_retirement": ("jubilacion_anticipada_voluntaria", "jubilacion_ordinaria"),
    "retirement_amount": ("jubilacion_ordinaria",),
}


def wanting(
    wanted: float, name: str, need: str | None, *labels: Label, told: dict[str, str] | None = None, **rest: Any
) -> PolicyInput:
    chances = SumChances(wanted, {one: 0.5 if one == name else 0.1 for one in NEEDS})
    return situation(
        "¿cuánto me queda?",
        *labels,
        need=need,
        reading={"sums": chances},
        sum_needs=NEEDS,
        sum_told={name: told} if told else {},
        **rest,
    )


def test_a_sum_is_made_of_the_need_that_is_asked_about() -> None:
    decision = decide(wanting(0.7, "sick_pay", "incapacidad_temporal_info", "question"))
    assert decision == Decision("answer", need="incapacidad_temporal_info", sum="sick_pay")


def test_a_value_for_it_makes_a_sum_likelier() -> None:
    unlikely = wanting(0.4, "widows_pension", "viudedad", "question")
    assert not decide(unlikely).sum
    assert decide(replace(unlikely, sum_told={"widows_pension": {"base": "1650"}})).sum == "widows_pension"


def test_a_rule_in_general_is_no_sum() -> None:
    assert not decide(wanting(0.1, "widows_pension", "viudedad", "question", told={"base": "1650"})).sum


def test_no_sum_is_made_of_a_need_that_has_none() -> None:
    assert not decide(wanting(0.9, "sick_pay", "vida_laboral", "question", told={"base": "1650"})).sum


def test_of_two_sums_of_one_need_the_likelier_is_made() -> None:
    for name in ("early_retirement", "retirement_amount"):
        assert decide(wanting(0.9, name, "jubilacion_ordinaria", "question")).sum == name


def test_the_need_on_the_table_stands_behind_what_names_none() -> None:
    s = wanting(0.9, "widows_pension", None, "question", "leans", told={"pension": "1480"})
    assert decide(_on_table(s, "viudedad")).sum == "widows_pension"
    assert not decide(_on_table(s, "vida_laboral")).sum


def test_a_sum_that_is_plainly_meant_needs_no_matter() -> None:
    s = wanting(0.9, "widows_pension", None, "question", told={"pension": "1480"})
    assert not decide(s).sum
    plain = replace(s, reading=replace(s.reading, sums=SumChances(0.9, {"widows_pension": 0.7})))
    assert decide(plain).sum == "widows_pension"


def test_an_appointment_comes_first() -> None:
    assert not decide(wanting(0.9, "widows_pension", "viudedad", "book")).sum
    assert not decide(wanting(0.9, "widows_pension", "viudedad", task=booking(question="place"))).sum


ASKED = OpenQuestion("sum", ("viudedad",), sum="widows_pension", input="pension")


def test_what_was_asked_for_goes_on_with_the_sum() -> None:
    answer = wanting(0.0, "widows_pension", None, told={"pension": "1480"}, asked=ASKED)
    assert decide(answer) == Decision("answer", need="viudedad", sum="widows_pension")


def test_who_does_not_know_is_told_what_it_lacks() -> None:
    unknown = wanting(0.0, "widows_pension", None, asked=ASKED)
    assert (decide(unknown).sum, decide(unknown).key) == ("widows_pension", "sum-without")


def test_another_question_leaves_the_sum() -> None:
    other = wanting(0.0, "widows_pension", "vida_laboral", "question", asked=ASKED)
    assert decide(other) == Decision("answer", need="vida_laboral")


def test_thanks_leave_it_too() -> None:
    assert decide(wanting(0.0, "widows_pension", None, "thanks", asked=ASKED)).route == "notice"


def test_a_sum_that_was_made_is_made_again_with_another_value() -> None:
    made = replace(ASKED, input="")
    again = wanting(0.3, "widows_pension", "viudedad", "question", told={"pension": "1900"}, asked=made)
    assert decide(again).sum == "widows_pension"
    assert not decide(wanting(0.0, "widows_pension", "viudedad", "question", asked=made)).sum


def test_how_it_was_worked_out_is_told_when_its_button_is_pressed() -> None:
    pressed = wanting(0.0, "widows_pension", None, pressed="reply-how-computed", sum_done="widows_pension")
    assert (decide(pressed).key, decide(pressed).sum) == ("sum-steps", "widows_pension")


GROSS = UnitId("jubilacion_ordinaria", "mistakes", 5)


def _made(text: str, *asks: SumAsk, need: str | None = "jubilacion_ordinaria", **told: dict[str, str]) -> PolicyInput:
    """A message after a sum, asking in those ways and telling those values by sum."""
    s = wanting(0.0, "early_retirement", need, "question", sum_done="early_retirement", asked=MADE)
    sums = replace(s.reading.sums, asks=frozenset(asks))
    return replace(
        s,
        need="jubilacion_ordinaria",
        reading=replace(s.reading, sums=sums),
        screened=replace(s.screened, text=text),
        sum_told=told,
        sum_memory=SumMemory(
            known={"early_retirement": {"contributed": "37y0m", "base": "1500"}},
            instead={"retirement_amount": {"leaving": "early_retirement"}},
            figures=frozenset({"1172", "117257", "2028"}),
            gross=GROSS,
        ),
    )


MADE = OpenQuestion("sum", ("jubilacion_ordinaria",), sum="early_retirement")


def test_whether_taxes_are_off_it_is_told_by_the_line_that_says_so() -> None:
    told = Decision("answer", need=GROSS.need, unit=GROSS)
    assert decide(_made("¿eso es bruto?", "gross")) == told
    assert decide(_made("¿1.172 es bruto o neto?", "gross", need="vida_laboral")) == told
    assert decide(_made("¿es bruto?", "gross", need="vida_laboral")) != told
    assert decide(_made("¿y con 1.900 es bruto?", "gross", early_retirement={"base": "1900"})).unit is None


def test_a_year_is_no_figure_of_the_sum_made_last() -> None:
    assert decide(_made("¿serían 1.172?")).key == "sum-again"
    assert decide(_made("¿y en 2028?")).key != "sum-again"
    other = _made("¿y si me voy el 14 de marzo de 2028?", retirement_amount={"leaving": "2028-03-14"})
    assert decide(other).key != "sum-again"


def test_another_value_right_after_a_sum_makes_it_again() -> None:
    long = "pero es que resulta que tengo treinta y siete años y cinco meses, con eso no llego limpio?"
    other = {"contributed": "37y5m"}
    assert decide(_made(long, early_retirement=other)).sum == "early_retirement"
    assert not decide(_made(long, early_retirement={"contributed": "37y0m"})).sum
    assert not decide(_made(long, need="vida_laboral", early_retirement=other)).sum
    papers = _made(
        "tengo 37 años y 5 meses, entonces ¿qué papeles hay que llevar para pedirla?", early_retirement=other
    )
    assert not decide(replace(papers, reading=replace(papers.reading, aspect="documents"))).sum
    later = replace(_made(long, early_retirement=other), asked=None)
    assert not decide(later).sum
    assert decide(replace(later, sum_told={"early_retirement": {**other, "base": "1500"}})).sum == "early_retirement"


def test_two_values_tell_a_sum_that_no_word_of_the_need_does() -> None:
    s = wanting(0.7, "widows_pension", "jubilacion_ordinaria", "question", told={"pension": "1480", "case": "older"})
    chances = SumChances(0.7, {"widows_pension": 0.65, "retirement_amount": 0.6})
    s = replace(s, reading=replace(s.reading, sums=chances))
    assert decide(s).sum == "widows_pension"
    assert decide(replace(s, sum_told={"widows_pension": {"case": "older"}})).sum == "retirement_amount"


def _on_table(s: PolicyInput, need: str) -> PolicyInput:
    return replace(s, need=need)


def test_what_is_asked_beside_the_value_that_was_asked_for_is_answered_too() -> None:
    lacks = SumMemory(lacks="base")
    asked = OpenQuestion("sum", ("incapacidad_temporal_info",), sum="sick_pay", input="base")
    told = wanting(
        0.0, "sick_pay", "incapacidad_temporal_info", "question",
        told={"base": "1500"}, asked=asked, sum_memory=lacks, sum_done="sick_pay",
    )  # fmt: skip
    decision = decide(told)
    assert decision.sum == "sick_pay"
    assert [one.words.asked for one in decision.also] == [told.screened.text]
    assert not decide(replace(told, reading=replace(told.reading, sums=SumChances(0.9, {"sick_pay": 0.9})))).also
    assert not decide(replace(told, reading=replace(told.reading, labels=frozenset()))).also


LEFT = UnitId("vida_laboral", "amount", 2)


@pytest.mark.parametrize(("asks", "unit"), [(("amount",), LEFT), (("make",), LEFT), ((), None), (("date",), None)])
def test_an_amount_that_is_left_to_people_is_told_to_be_so(asks: tuple[SumAsk, ...], unit: UnitId | None) -> None:
    s = _made("¿cuánto me tocaría?", *asks, need=LEFT.need)
    s = replace(s, need=None, sum_done="", asked=None, sum_memory=replace(s.sum_memory, left={LEFT.need: LEFT}))
    assert decide(s).unit == unit


def test_what_only_one_matter_takes_tells_which_amount_is_asked_for() -> None:
    told = {name: {"born": "1961-02-02"} for name in ("early_retirement", "retirement_amount")}
    s = wanting(0.9, "early_retirement", None, "question")
    names = {"early_retirement": 0.3, "retirement_amount": 0.0, "sick_pay": 0.0}
    sums = replace(s.reading.sums, names=names, asks=frozenset[SumAsk]({"amount"}))
    s = replace(s, reading=replace(s.reading, sums=sums), sum_told=told)
    assert decide(s).sum in told
    assert not decide(replace(s, sum_told={**told, "sick_pay": {"base": "1500"}})).sum


def test_children_told_beside_a_birth_leave_it_a_pension() -> None:
    """No model tells the minimum income from others, and its need is not asked about."""
    told = {name: {"born": "1961-02-02"} for name in ("early_retirement", "retirement_amount")}
    s = wanting(0.9, "early_retirement", None, "question")
    names = {"early_retirement": 0.3, "retirement_amount": 0.0}
    sums = replace(s.reading.sums, names=names, asks=frozenset[SumAsk]({"amount"}))
    s = replace(s, reading=replace(s.reading, sums=sums), sum_needs={**s.sum_needs, "minimum_income": ("benefit",)})
    assert decide(replace(s, sum_told={**told, "minimum_income": {"children": "3"}})).sum in told


def test_a_zero_that_was_asked_for_calls_no_operator() -> None:
    asked = OpenQuestion("sum", ("incapacidad_temporal_info",), sum="sick_pay", input="days")
    s = situation("0", "person", sum_needs=NEEDS, sum_told={"sick_pay": {"days": "0"}}, asked=asked)
    assert decide(s).sum == "sick_pay"
    assert decide(replace(s, asked=None)).route == "hand_off"
    assert decide(replace(s, screened=replace(s.screened, text="0, operador"))).route == "hand_off"


def _of_a_family(name: str, *asks: SumAsk, **rest: Any) -> PolicyInput:
    memory = SumMemory(
        known={"widows_pension": {"pension": "1100"}}, instead={"widows_pension": {"child": "orphans_pension"}}
    )
    s = wanting(0.4, "widows_pension", "viudedad", "question", sum_memory=memory, sum_done=name, **rest)
    s = replace(s, need="viudedad", sum_needs={**s.sum_needs, "orphans_pension": ("orfandad",)})
    return replace(s, reading=replace(s.reading, sums=replace(s.reading.sums, asks=frozenset(asks))))


def test_what_a_child_would_get_is_another_sum_than_that_of_the_widow() -> None:
    decision = decide(_of_a_family("widows_pension", "amount", "child"))
    assert decision == Decision("answer", need="orfandad", sum="orphans_pension")
    assert decide(_of_a_family("widows_pension", "amount")).sum == "widows_pension"


def test_whose_sum_is_meant_is_put_right_in_few_words() -> None:
    s = _of_a_family("widows_pension", "child")
    assert decide(s).sum != "orphans_pension"
    right = replace(s, reading=replace(s.reading, labels=frozenset({"correct", "deny"})))
    assert decide(right).sum == "orphans_pension"


def test_a_sum_that_asked_stays_in_hand_whatever_other_the_value_fits() -> None:
    asked = OpenQuestion("sum", ("orfandad",), sum="orphans_pension", input="base")
    s = _of_a_family("orphans_pension", asked=asked)
    s = replace(s, sum_told={"widows_pension": {"base": "1100"}, "orphans_pension": {"base": "1100"}})
    s = replace(s, sum_memory=replace(s.sum_memory, lacks="base"))
    assert decide(s).sum == "orphans_pension"
