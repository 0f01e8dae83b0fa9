"""Every name that a municipality goes by: official, other languages, districts, short forms, abbreviations, endings."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

import yaml

from tools.places.names import (
    abbreviated,
    bare,
    basque_contractions,
    basque_forms,
    head,
    initialled,
    normalise,
    spelt,
    variants,
)

_LARGE = 3  # postcodes of a municipality whose misspelt name is still recognised
_MOST = 8  # towns a short name may stand for; beyond that it tells nothing

Names = dict[str, list[str]]
Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large a municipality is, for want of populations: a provincial capital or not, and its postcodes."""

    postcodes: Mapping[str, int]
    capitals: frozenset[str]

    @classmethod
    def of(cls, postcodes: Mapping[str, tuple[str, ...]], capitals: Iterable[str]) -> "Sizes":
        """Counted in a table of postcodes."""
        return cls(Counter(code for codes in postcodes.values() for code in codes), frozenset(capitals))

    def large(self) -> frozenset[str]:
        """Capitals and whatever has several postcodes."""
        return self.capitals | {code for code, count in self.postcodes.items() if count >= _LARGE}

    def smallness(self, code: str) -> tuple[bool, int]:
        """A sort key: the largest first."""
        return code not in self.capitals, -self.postcodes.get(code, 0)


@dataclass(frozen=True, slots=True)
class NameRegister:
    """``names``: comparable name → codes, the likeliest first.

    ``inflected`` names bear a Basque ending, ``short`` ones are part of a name and need a cue, ``initials`` need a
    full stop; ``known`` are the names people learn to spell (none of those three); ``listed`` are written with commas
    or brackets. ``spelt``: names and Basque forms with their ñ, where that alone tells two places apart.
    """

    names: Mapping[str, tuple[str, ...]]
    spelt: Mapping[str, tuple[str, ...]]
    inflected: frozenset[str]
    short: frozenset[str]
    initials: frozenset[str]
    known: frozenset[str]
    listed: frozenset[str]
    large: frozenset[str]
    abbreviations: frozenset[str]


def build_register(
    official: Pairs, aliases: Pairs, districts: Pairs, sizes: Sizes, basque: Collection[str]
) -> NameRegister:
    """From pairs of code and name. A name of one layer is not taken by the next, but that short names add to it.

    ``basque``: the INE codes of the provinces where Basque is spoken.
    """
    names = _known_names(official, aliases, districts, sizes)
    known = frozenset(names)
    short = _add_short_names(names, official, sizes)
    cuts = _abbreviations()
    initials = _add_abbreviations(names, cuts)
    inflected = _add_basque_forms(names, known, sizes.capitals, basque)
    return NameRegister(
        names={name: tuple(codes) for name, codes in names.items()},
        spelt=_spelt_forms(names, [*official, *aliases, *districts], basque),
        inflected=inflected,
        short=short,
        initials=initials,
        known=known,
        listed=frozenset(normalise(name) for _, name in official if "," in name or "(" in name),
        large=sizes.large(),
        abbreviations=frozenset(cuts.values()),
    )


def _known_names(official: Pairs, aliases: Pairs, districts: Pairs, sizes: Sizes) -> Names:
    """Common names of a place go before official ones: few people who say Vilafranca mean that of the Cid."""
    names: Names = defaultdict(list)
    for code, name in official:
        for form in variants(name):
            _add(names, form, code)
    for codes in names.values():
        codes.sort(key=sizes.smallness)
    meant: Names = defaultdict(list)
    for code, name in aliases:
        meant[normalise(name)].append(code)
    for form, codes in meant.items():
        names[form] = [*codes, *(code for code in names[form] if code not in codes)]
    taken = frozenset(names)
    for code, name in districts:
        if (form := normalise(name)) not in taken:
            _add(names, form, code)
    return names


def _add(names: Names, form: str, code: str) -> None:
    if code not in names[form]:
        names[form].append(code)


def _add_short_names(names: Names, official: Pairs, sizes: Sizes) -> frozenset[str]:
    """Without the article, then without what follows "de"; what a capital is called stays its own."""
    before = frozenset(names)
    forms = [(code, form) for code, name in official for form in variants(name)]
    unarticled = [(code, cut) for code, form in forms if (cut := bare(form))]
    heads = [(code, cut) for code, form in [*forms, *unarticled] if (cut := head(form))]
    for cuts, most in ((unarticled, len(official)), (heads, _MOST)):
        short: Names = defaultdict(list)
        for code, cut in cuts:
            if code not in short[cut]:
                short[cut].append(code)
        for cut, codes in short.items():
            known = names.get(cut, [])
            if len(codes) <= most and sizes.capitals.isdisjoint(known):
                more = sorted((code for code in codes if code not in known), key=sizes.smallness)
                names[cut] = [*known, *more]
    return frozenset(names) - before


def _add_abbreviations(names: Names, cuts: Mapping[str, str]) -> frozenset[str]:
    forms: Names = {}
    initials: set[str] = set()
    for name, codes in names.items():
        for form in abbreviated(name, cuts):
            forms.setdefault(form, list(codes))
            if any(len(word) == 1 and word not in name.split() for word in form.split()):
                initials.add(form)
        for form in initialled(name):
            known = forms.setdefault(form, [])
            known.extend(code for code in codes if code not in known)
            initials.add(form)
    fresh = {form: codes for form, codes in forms.items() if form not in names}
    names.update(fresh)
    return frozenset(initials & fresh.keys())


def _abbreviations() -> Mapping[str, str]:
    path = files("tools.places") / "data" / "place_abbreviations.yaml"
    table: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return table


def _add_basque_forms(
    names: Names, known: frozenset[str], capitals: frozenset[str], basque: Collection[str]
) -> frozenset[str]:
    """For the Basque-speaking provinces, and for capitals elsewhere: ``Bartzelonan``, ``Madrilen``."""
    forms: Names = {}
    for name in sorted(known, key=lambda name: capitals.isdisjoint(names[name])):  # Iruñeko is no Irun
        codes = names[name]
        if any(code[:2] in basque or code in capitals for code in codes):
            for form in basque_forms(name):
                if form not in names:
                    forms.setdefault(form, codes)
    names.update(forms)
    return frozenset(forms)


def _spelt_forms(names: Names, several: Pairs, basque: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """The forms with an ñ that without it are another place: ``iruñen``, which ``irunen`` is not."""
    told: dict[str, tuple[str, ...]] = {}
    for code, name in several:
        if "ñ" not in name.lower() or code[:2] not in basque:
            continue
        for part in filter(None, map(spelt, name.split("/"))):
            for form in (part, *basque_forms(part), *basque_contractions(part)):
                if code not in names.get(normalise(form), [code]):
                    told.setdefault(form, (code,))
    return told
