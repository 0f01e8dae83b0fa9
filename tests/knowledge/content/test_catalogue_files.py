from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.administration import load_administration
from knowledge.content.catalogue_files import load_catalogue, parse_catalogue
from knowledge.errors import ContentError
from knowledge.languages import name_in


def test_a_need_is_read_whole(tree: Path) -> None:
    need = load_catalogue(load_administration(tree))["pension"]
    assert need.policy.channels == ("in_person", "phone")
    assert need.sources["how"] == ("law",)
    assert need.confusable == ("widow",)


def test_a_variety_has_a_name_where_it_is_written(spoil: Callable[[str, str, str], Path]) -> None:
    needs = load_catalogue(load_administration(spoil("needs/pension.yaml", "  fr:", "  ca-valencia: la paga\n  fr:")))
    assert name_in(needs["pension"].names, "ca", "ca-valencia") == "la paga"
    assert name_in(needs["pension"].names, "ca") == "pension ca"
    assert name_in(needs["pension"].names, "fr", "ca-valencia") == "pension fr"
    assert name_in(needs["widow"].names, "ca", "ca-valencia") == "widow ca"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("body: INSS", "body: NASA", "use one of"),
        ("body: INSS", "boddy: INSS", "unknown key 'boddy'; use id, body, group, names, policy, confusable, sources"),
        ("body: INSS\n", "", "'body' is missing"),
        ("confusable: [widow]", "confusable: widow", "'confusable' must be a list"),
        ("confusable: [widow]", "confusable: [3]", "'confusable' must be a list of texts"),
        ("action: answer", "actoin: answer", "unknown key 'actoin' in 'policy'; use action, identity"),
        ("action: answer", "action: decide", "use one of"),
        ("channels: [in_person, phone]", "channels: [fax]", "'channels' has 'fax'; use in_person, phone, video"),
        ("channels: [in_person, phone]", "channels: []", "bookable need has channels"),
        ("service: pensions", "service: haircut", "use one of"),
        ("  fr: pension fr", "  de: pension de", "unknown key 'de'"),
        ("  fr: pension fr\n", "", "'fr' must be text"),
        ("  fr: pension fr", "  fr: pension fr\n  ca-balear: sa pensió", "unknown key 'ca-balear'"),
        ("  fr: pension fr", "  fr: pension fr\n  ca-valencia: pension ca", "says the same as 'ca'"),
        ("  fr: pension fr", "  fr: pension fr\n  ca-valencia:", "'ca-valencia' must be text"),
        ("confusable: [widow]", "confusable: [nobody]", "is not a need"),
        ("https://prestaciones.seg-social.es", "https://seg-social.es.example.com", "official site"),
        ("confusable: [widow]", "confusable: [pension]", "not confusable with itself"),
        ("id: pension", "id: pensions", "differs from the file"),
        ("group: pensiones", "group: [", "not valid YAML"),
        ("body: INSS", "body: INSS\nbody: TGSS", "given twice"),
    ],
)
def test_mistakes_are_named_with_file_and_line(
    spoil: Callable[[str, str, str], Path], old: str, new: str, problem: str
) -> None:
    _, problems = parse_catalogue(load_administration(spoil("needs/pension.yaml", old, new)))
    matching = [error for error in problems.found if problem in error.problem]
    assert matching
    assert all(error.line and error.file.startswith("needs/") for error in matching)


def test_the_line_is_that_of_the_mistake(spoil: Callable[[str, str, str], Path]) -> None:
    root = spoil("needs/pension.yaml", "action: answer", "action: decide")
    with pytest.raises(ContentError) as raised:
        load_catalogue(load_administration(root))
    assert (raised.value.file, raised.value.line) == ("needs/pension.yaml", 12)


def test_every_mistake_of_a_file_is_told_at_its_own_line(spoil: Callable[[str, str, str], Path]) -> None:
    spoil("needs/pension.yaml", "action: answer", "action: decide")
    root = spoil("needs/pension.yaml", "confusable: [widow]", "confusable: [widow, '']")
    _, problems = parse_catalogue(load_administration(root))
    action, confusable = problems.found
    assert (action.line, confusable.line) == (12, 20)
    assert action.problem.startswith("pension: 'action' is 'decide'; use one of answer, refer, appointment")
    assert confusable.problem == "pension: 'confusable' must be a list of texts"


def test_confusable_needs_do_not_run_in_a_circle(spoil: Callable[[str, str, str], Path]) -> None:
    root = spoil("needs/widow.yaml", "confusable: []", "confusable: [pension]")
    with pytest.raises(ContentError, match="in a circle: pension → widow → pension") as raised:
        load_catalogue(load_administration(root))
    assert (raised.value.file, raised.value.line) == ("needs/widow.yaml", 20)
