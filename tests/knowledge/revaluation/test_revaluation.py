"""New figures from a table: refused whole, or proposed by one person and approved by another, and then they hold."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from shutil import copytree

import pytest

from knowledge.administration import load_administration
from knowledge.checks.check import check_content
from knowledge.content.facts import load_facts
from knowledge.revaluation.proposals import Proposal, Proposals, RevaluationRefused, revalued_rows
from tests.administrations import SEGURIDAD_SOCIAL, VILLA_EJEMPLO

NOW = datetime(2026, 12, 20, 9, tzinfo=UTC)
NEW_YEAR = date(2027, 1, 1)
HEADER = "norm,row,value,from,to,large\n"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return Path(copytree(VILLA_EJEMPLO, tmp_path / "town"))


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """What a revaluation reads of the real administration."""
    of = Path(str(SEGURIDAD_SOCIAL.folder))
    for name in ("facts", "sources"):
        copytree(of / name, tmp_path / "real" / name)
    (tmp_path / "real" / "administration.yaml").write_bytes((of / "administration.yaml").read_bytes())
    return tmp_path / "real"


def proposals(folder: Path) -> Proposals:
    return Proposals(load_administration(folder), folder.parent / "proposals")


def proposed(folder: Path, rows: str, by: str = "Ana Ruiz") -> tuple[Proposal, list[str]]:
    table = folder.parent / "table.csv"
    table.write_text(HEADER + rows, encoding="utf-8")
    proposal, told, problems = proposals(folder).propose(table, by, NOW)
    assert proposal is not None
    assert problems == []
    return proposal, told


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_figure_holds_once_somebody_else_has_approved_it(town: Path) -> None:
    before = contents(town)
    proposal, told = proposed(town, "market_ordinance,market.fee,43.35,2027-01-01,,\n")
    assert told == ["market.fee: 42.5 -> 43.35, +2.00 %, from 2027-01-01 (market_ordinance)"]
    assert contents(town) == before
    proposals(town).approve(proposal.id, "Luis Gil", NOW)
    facts = load_facts(load_administration(town))
    assert facts.value_on("market.fee", NEW_YEAR) == Decimal("43.35")
    assert facts.value_on("market.fee", date(2026, 12, 31)) == Decimal("42.5")
    assert check_content(town, NEW_YEAR).errors == check_content(VILLA_EJEMPLO, NEW_YEAR).errors == ()


@pytest.mark.parametrize("name", ["Ana Ruiz", "  ana   RUIZ ", "Ána Ruiz", ""])
def test_who_proposed_it_does_not_approve_it(town: Path, name: str) -> None:
    proposal, _ = proposed(town, "market_ordinance,market.fee,43.35,2027-01-01,,\n")
    before = contents(town)
    with pytest.raises(RevaluationRefused):
        proposals(town).approve(proposal.id, name, NOW)
    assert contents(town) == before


def test_what_was_approved_or_has_changed_since_is_not_approved_again(town: Path) -> None:
    first, _ = proposed(town, "market_ordinance,market.fee,43.35,2027-01-01,,\n")
    second, _ = proposed(town, "market_ordinance,market.fee,44.00,2027-02-01,,\n", by="Eva")
    proposals(town).approve(first.id, "Luis", NOW)
    for key, problem in ((first.id, "approved by Luis already"), (second.id, "has changed since"), ("none", "no prop")):
        with pytest.raises(RevaluationRefused, match=problem):
            proposals(town).approve(key, "Luis", NOW)


def test_an_approval_that_was_cut_short_is_finished(town: Path) -> None:
    proposal, _ = proposed(town, "market_ordinance,market.fee,43.35,2027-01-01,,\n")
    kept = town.parent / "proposals" / f"{proposal.id}.json"
    unapproved = kept.read_bytes()
    proposals(town).approve(proposal.id, "Luis", NOW)
    after = contents(town)
    kept.write_bytes(unapproved)
    assert proposals(town).approve(proposal.id, "Luis", NOW).approved_by == "Luis"
    assert contents(town) == after


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("market_ord,market.fee,43.35,2027-01-01,,", "unknown norm 'market_ord'; cut short? market_ordinance"),
        (",market.fee,43.35,2027-01-01,,", "norm is empty"),
        ("market_ordinance,market.fees,43.35,2027-01-01,,", "unknown row 'market.fees'"),
        ('market_ordinance,market.fee,"43,35",2027-01-01,,', "with a point for decimals"),
        ('market_ordinance,market.fee,"1.043,35",2027-01-01,,', "with a point for decimals"),
        ("market_ordinance,market.fee,43,35,2027-01-01,,", "7 values for 6 columns"),
        ("market_ordinance,market.fee,43.350,2027-01-01,,", "money has two decimals"),
        ("market_ordinance,market.fee,-43.35,2027-01-01,,", "must be a number"),
        ("market_ordinance,market.fee,43 $,2027-01-01,,", "must be a number"),
        ("market_ordinance,market.fee,NaN,2027-01-01,,", "must be a number"),
        ("market_ordinance,market.fee,53.13,2027-01-01,,", "more than a quarter away"),
        ("market_ordinance,market.fee,31.87,2027-01-01,,", "more than a quarter away"),
        ("market_ordinance,market.fee,60.00,2027-01-01,,maybe", "write yes, or nothing"),
        ("market_ordinance,market.fee,43.35,2027-02-30,,", "there is no day '2027-02-30'"),
        ("market_ordinance,market.fee,43.35,2027-02-01,2027-01-01,", "to 2027-01-01 is before"),
        ("market_ordinance,market.fee,43.35,,,", "say from when"),
        ("market_ordinance,market.fee,43.35,2026-01-01,,", "is not later than 2026-01-01"),
        ("contact_page,town.phone,972000222,2027-01-01,,yes", "town.phone is no number"),
    ],
)
def test_a_bad_row_is_named_and_nothing_changes(town: Path, row: str, problem: str) -> None:
    table = town.parent / "table.csv"
    table.write_text(HEADER + "tax_ordinance,ibi.rate,0.61,2027-01-01,,\n" + row + "\n", encoding="utf-8")
    before = contents(town)
    proposal, _, problems = proposals(town).propose(table, "Ana", NOW)
    assert proposal is None
    assert [(one.file, one.line) for one in problems] == [("table.csv", 3)]
    assert problem in problems[0].problem
    assert contents(town) == before
    assert not (town.parent / "proposals").exists()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "must name the columns"),
        (b"norm;row;value\nx;y;1\n", "must name the columns"),
        (b"norm,row,value\n", "no rows"),
        (b"norm,row,value\n\xff\xfe,market.fee,1\n", "UTF-8"),
        (b'norm,row,value\nmarket_ordinance,market.fee,"43.35\n', "not a line of a table"),
    ],
)
def test_a_table_that_is_none_is_refused(town: Path, content: bytes, problem: str) -> None:
    table = town.parent / "table.csv"
    table.write_bytes(content)
    proposal, _, problems = proposals(town).propose(table, "Ana", NOW)
    assert proposal is None
    assert problem in problems[0].problem


def test_a_large_change_is_taken_where_it_is_meant(town: Path) -> None:
    _, told = proposed(town, "market_ordinance,market.fee,85.00,2027-01-01,,yes\n")
    assert "+100.00 %" in told[0]


def test_the_pensions_of_next_year_take_what_is_worked_out_with_them(real: Path) -> None:
    rows = [
        "rdl_3_2026_pensions,retirement.pension_max_month,3450.00,,,",
        "rdl_3_2026_pensions,pnc.amount_year,9041.20,,,",
        "rd_126_2026_wage,wage.minimum_month,1260.00,,,",
    ]
    proposal, told = proposed(real, "\n".join(rows))
    assert "pnc.amount_month: 628.80 -> 645.80 (= pnc.amount_year / pnc.payments)" in told
    proposals(real).approve(proposal.id, "Luis", NOW)
    facts = load_facts(load_administration(real))
    for fact_id, old, new in (
        ("retirement.pension_max_month", "3359.6", "3450"),
        ("imv.guaranteed_1", "733.60", "753.43"),
        ("imv.single_parent_4", "1775.31", "1823.30"),
        ("wage.minimum_year", "17094.00", "17640.00"),
    ):
        assert facts.value_on(fact_id, date(2026, 12, 31)) == Decimal(old)
        assert facts.value_on(fact_id, NEW_YEAR) == Decimal(new)
        assert facts.state_on(fact_id, date(2028, 1, 1)) == "last_published"
    assert facts.state_on("old_age.gap_month", NEW_YEAR) == "last_published"


def test_a_whole_table_of_the_real_administration_goes_in(real: Path) -> None:
    """Every row that is renewed, two per cent more: nothing is left with the figures of the year before."""
    listed = [(norm, row, Decimal(value)) for norm, row, value in revalued_rows(load_administration(real))]
    raised = [(norm, row, (value * Decimal("1.02")).quantize(Decimal("0.01"))) for norm, row, value in listed]
    proposal, _ = proposed(real, "\n".join(f"{norm},{row},{value},,," for norm, row, value in raised))
    proposals(real).approve(proposal.id, "Luis", NOW)
    facts = load_facts(load_administration(real))
    left = {one for one in facts if facts.state_on(one, NEW_YEAR) == "last_published"}
    assert left == {"paperwork.increase_date"}, "a date is written by hand"


def test_a_formula_is_not_revalued(real: Path) -> None:
    table = real.parent / "table.csv"
    table.write_text("norm,row,value\nrdl_3_2026_pensions,pnc.amount_month,640\n", encoding="utf-8")
    _, _, problems = proposals(real).propose(table, "Ana", NOW)
    assert "pnc.amount_month is worked out from others" in problems[0].problem
