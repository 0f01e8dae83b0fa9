"""Reads the catalogue of needs from its YAML files and says what is wrong in them, with the line."""

from collections.abc import Iterator, Mapping
from typing import TypeVar, get_args

from knowledge.administration import Administration
from knowledge.content.entries import Entry, Problems, named
from knowledge.content.needs import (
    Action,
    AppointmentRule,
    Catalogue,
    Channel,
    Elsewhere,
    Identification,
    Identity,
    Need,
    Online,
    Policy,
)
from knowledge.errors import ContentError
from knowledge.passages import ASPECTS, Aspect
from knowledge.yaml_files import read_yaml, yaml_files

FOLDER = "needs"
_Option = TypeVar("_Option", bound=str)
_KEYS = ("id", "body", "group", "names", "policy", "confusable", "sources")
_POLICY_KEYS = (
    "action", "identity", "appointment", "channels", "service", "unit", "link", "documents", "elsewhere", "online",
    "urgent",
)  # fmt: skip


def load_catalogue(administration: Administration) -> Catalogue:
    """The administration's ``needs/*.yaml`` by id. Raises ContentError on the first mistake."""
    catalogue, problems = parse_catalogue(administration)
    problems.raise_first()
    return catalogue


def parse_catalogue(administration: Administration) -> tuple[Catalogue, Problems]:
    """The needs that could be read, and every mistake."""
    problems = Problems()
    entries = list(_entries(administration, problems))
    needs: dict[str, Need] = {}
    for entry in entries:
        need = _need(entry, administration)
        if need.id in needs:
            entry.wrong("this id is already taken by another file", "id")
        needs.setdefault(need.id, need)
    for entry in entries:
        _check_confusable(entry, needs)
    for place, problem in cycles(needs):
        entry = next(entry for entry in entries if entry.key == place)
        entry.wrong(problem, "confusable")
    problems.found.extend(_unknown_needs(administration, needs))
    return needs, problems


def _unknown_needs(administration: Administration, needs: Catalogue) -> Iterator[ContentError]:
    """Needs that ``administration.yaml`` names and the catalogue lacks."""
    for key in ("appointment_need", "own_case_need"):
        need = getattr(administration, key)
        if need is not None and need not in needs:
            yield administration.error((key,), f"{key}: there is no need {need!r}")
    for place, need in enumerate(administration.exceptional_needs):
        if need not in needs:
            yield administration.error(("exceptional_needs", place), f"exceptional_needs: there is no need {need!r}")


def _entries(administration: Administration, problems: Problems) -> Iterator[Entry]:
    for path, name in yaml_files(administration.folder, FOLDER):
        try:
            file = read_yaml(path, name)
        except ContentError as error:
            problems.found.append(error)
            continue
        problems.found.extend(file.problems)
        if isinstance(file.value, dict):
            key = path.name.removesuffix(".yaml")
            yield Entry(file, key, (), file.value, problems).at((), file.value, _KEYS)
        else:
            problems.found.append(file.error((), "the file must be a mapping"))


def _need(entry: Entry, administration: Administration) -> Need:
    identifier, languages = entry.text("id"), administration.languages
    if identifier != entry.key:
        entry.wrong(f"id {identifier!r} differs from the file's name", "id")
    return Need(
        id=identifier,
        body=entry.choice("body", tuple(administration.bodies)),
        group=entry.text("group"),
        names=entry.inner("names", named(languages)).names(languages),
        policy=_policy(entry.inner("policy", _POLICY_KEYS), administration),
        confusable=entry.texts("confusable"),
        sources=_sources(entry.inner("sources", ASPECTS)),
    )


def _policy(entry: Entry, administration: Administration) -> Policy:
    appointment: AppointmentRule = _one_of(entry, "appointment", get_args(AppointmentRule))
    service = entry.choice("service", administration.services) if entry.content.get("service") is not None else None
    link = entry.text("link")
    if link and not administration.is_official(link):
        entry.wrong(f"{link} is not on an official site", "link")
    return Policy(
        action=_one_of(entry, "action", get_args(Action)),
        identity=_one_of(entry, "identity", get_args(Identity)),
        appointment=appointment,
        channels=_channels(entry, appointment),
        service=service,
        unit=entry.choice("unit", administration.units),
        link=link,
        documents=entry.texts("documents"),
        elsewhere=_elsewhere(entry, administration),
        online=_online(entry, appointment),
        urgent=entry.text("urgent") if "urgent" in entry.content else None,
    )


def _elsewhere(entry: Entry, administration: Administration) -> Elsewhere | None:
    if "elsewhere" not in entry.content:
        return None
    inner = entry.inner("elsewhere", ("provinces", "body"))
    return Elsewhere(provinces=inner.texts("provinces"), body=inner.choice("body", tuple(administration.bodies)))


def _online(entry: Entry, appointment: AppointmentRule) -> Online | None:
    if "online" not in entry.content:
        return None
    if appointment != "bookable":
        entry.wrong("'online' is said before an appointment is offered, and this need has none", "online")
    inner = entry.inner("online", ("link", "identification", "sentences"))
    known: tuple[Identification, ...] = get_args(Identification)
    written = inner.texts("identification")
    for way in set(written) - set(known):
        inner.wrong(f"identification {way!r}; use {', '.join(known)}", "identification")
    sentences = inner.content.get("sentences", 1)
    if not isinstance(sentences, int) or sentences < 1:
        inner.wrong("'sentences' must be a number from 1 on", "sentences")
        sentences = 1
    return Online(inner.text("link"), tuple(way for way in known if way in written), sentences)


def _channels(entry: Entry, appointment: AppointmentRule) -> tuple[Channel, ...]:
    known: tuple[Channel, ...] = get_args(Channel)
    written = entry.texts("channels")
    for channel in set(written) - set(known):
        entry.wrong(f"channel {channel!r}; use {', '.join(known)}", "channels")
    if bool(written) != (appointment == "bookable"):
        entry.wrong("a bookable need has channels, any other has none", "channels")
    return tuple(channel for channel in known if channel in written)


def _sources(entry: Entry) -> Mapping[Aspect, tuple[str, ...]]:
    return {aspect: entry.texts(aspect) for aspect in ASPECTS if aspect in entry.content}


def _one_of(entry: Entry, key: str, options: tuple[_Option, ...]) -> _Option:
    chosen = entry.choice(key, options)
    return next(option for option in options if option == chosen)


def _check_confusable(entry: Entry, needs: Mapping[str, Need]) -> None:
    listed = entry.content.get("confusable")
    for index, other in enumerate(listed if isinstance(listed, list) else []):
        if other not in needs:
            entry.wrong(f"confusable {other!r} is not a need", "confusable", index)
        elif other == entry.key:
            entry.wrong("a need is not confusable with itself", "confusable", index)


def cycles(needs: Catalogue) -> Iterator[tuple[str, str]]:
    """(need, what is wrong) for each cycle of ``confusable``.

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
