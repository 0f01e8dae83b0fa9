"""Reads the catalogue of needs from its YAML files and says what is wrong in them, with the line."""

from collections.abc import Collection, Iterator

from pydantic import TypeAdapter

from knowledge.administration import Administration
from knowledge.content.needs import Catalogue, Need
from knowledge.content.yaml_entries import Mistake, Problems, YamlEntry, names_mistakes, read_files
from knowledge.errors import ContentError

FOLDER = "needs"
_NEED = TypeAdapter(Need)


def load_catalogue(administration: Administration) -> Catalogue:
    """The administration's ``needs/*.yaml`` by id. Raises ContentError on the first mistake."""
    catalogue, problems = parse_catalogue(administration)
    problems.raise_first()
    return catalogue


def parse_catalogue(administration: Administration) -> tuple[Catalogue, Problems]:
    """The needs that could be read, by the names of their files, and every mistake."""
    problems = Problems()
    entries: dict[str, YamlEntry] = {}
    needs: dict[str, Need] = {}
    for file in read_files(administration.folder, FOLDER, problems=problems):
        key = file.name.removeprefix(f"{FOLDER}/").removesuffix(".yaml")
        entries[key] = YamlEntry(file, key, (), file.value)
        if (need := entries[key].parse(_NEED, problems)) is not None:
            needs[key] = need
    known = needs.keys() | problems.unreadable
    for key, need in needs.items():
        problems.found += entries[key].errors(_mistakes(need, key, administration))
        problems.found += entries[key].errors(_confusable_mistakes(need, known))
    for key, problem in cycles(needs):
        problems.found.append(entries[key].error(problem, "confusable"))
    problems.found.extend(_unknown_needs(administration, known))
    return needs, problems


def _unknown_needs(administration: Administration, known: Collection[str]) -> Iterator[ContentError]:
    """Needs that ``administration.yaml`` names and the catalogue lacks."""
    for key in ("appointment_need", "own_case_need"):
        need = getattr(administration, key)
        if need is not None and need not in known:
            yield administration.error((key,), f"{key}: there is no need {need!r}")
    for place, need in enumerate(administration.exceptional_needs):
        if need not in known:
            yield administration.error(("exceptional_needs", place), f"exceptional_needs: there is no need {need!r}")


def _mistakes(need: Need, key: str, administration: Administration) -> Iterator[Mistake]:
    """Values that do not fit the file's name, the administration or each other."""
    policy = need.policy
    if need.id != key:
        yield ("id",), f"id {need.id!r} differs from the file's name"
    yield from ((("names", *where), problem) for where, problem in names_mistakes(need.names, administration.languages))
    for where, value, options in (
        (("body",), need.body, administration.bodies),
        (("policy", "unit"), policy.unit, administration.units),
        (("policy", "service"), policy.service, (None, *administration.services)),
        (("policy", "elsewhere", "body"), policy.elsewhere and policy.elsewhere.body, (None, *administration.bodies)),
    ):
        if value not in options:
            yield where, f"{where[-1]!r} is {value!r}; use one of {', '.join(filter(None, options))}"
    if not administration.is_official(policy.link):
        yield ("policy", "link"), f"{policy.link} is not on an official site"
    if bool(policy.channels) != (policy.appointment == "bookable"):
        yield ("policy", "channels"), "a bookable need has channels, any other has none"
    if policy.online and policy.appointment != "bookable":
        problem = "'online' is said before an appointment is offered, and this need has none"
        yield ("policy", "online"), problem


def _confusable_mistakes(need: Need, known: Collection[str]) -> Iterator[Mistake]:
    for index, other in enumerate(need.confusable):
        if other == need.id:
            yield ("confusable", index), "a need is not confusable with itself"
        elif other not in known:
            yield ("confusable", index), f"confusable {other!r} is not a need"


def cycles(needs: Catalogue) -> Iterator[tuple[str, str]]:
    """Each need that closes a cycle of ``confusable``, with the problem.

    A pair is written once, in the file of the rarer need, and names the commoner one: that order decides which of two
    is asked about first, so it must not run in a circle.
    """
    finished: set[str] = set()
    for start in needs:
        yield from _cycles_from(start, needs, [], finished)


def _cycles_from(need: str, needs: Catalogue, path: list[str], finished: set[str]) -> Iterator[tuple[str, str]]:
    if need in path:
        circle = " → ".join([*path[path.index(need) :], need])
        advice = "write each pair once, the rarer need naming the commoner"
        yield path[-1], f"the confusable needs run in a circle: {circle}; {advice}"
    elif need not in finished and need in needs:
        for other in needs[need].confusable:
            if other != need:
                yield from _cycles_from(other, needs, [*path, need], finished)
        finished.add(need)
