"""Identities of a message, written or dictated: documents, Social Security numbers, telephones, e-mails, locators."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from knowledge.languages import LANGUAGES, Language
from tools.reading.dictation.digit_groups import digit_groups
from tools.reading.dictation.transcription import transcribe
from tools.reading.dictation.words import (
    Cue,
    amount_pattern,
    announced,
    dictation_words,
    document_before_number,
    named_identities,
)
from tools.reading.folding import BLANK, Folded, blanked, fold
from tools.reading.identities.dictated_email import find_dictated_emails
from tools.reading.identities.in_messages import are_years, find_dictated, find_last_letter, is_date
from tools.reading.identities.kinds import Identity, kinds_named
from tools.reading.identities.last_letter import LENGTH, find_letter
from tools.reading.identities.parsing import is_company, is_document
from tools.reading.identities.repair import document_candidates
from tools.reading.identities.written import (
    find_cut_locators,
    find_documents,
    find_emails,
    find_ibans,
    find_led_documents,
    find_locators,
    find_nuss,
    find_passports,
    find_phones,
)
from tools.reading.numbers.vocabulary import load_number_words
from tools.reading.slots import SlotName, SlotValue

Slots = dict[SlotName, SlotValue]
Spans = list[tuple[int, int]]

_WRITTEN, _DICTATED = 0.98, 0.9
_DOCUMENTS: frozenset[SlotName] = frozenset({"document", "document_invalid", "document_part"})
_NUSS_SHAPE = re.compile(r"\d{2}(?P<cut>[\s/.-])\d{8}(?P=cut)\d{2}|\d{2}[\s/-]\d{10}")
_YEARS = re.compile(r"(?:(?:19|20)\d\d\W?){3}")
_ONLY_FIGURES = re.compile(
    r"\A\W*(?:[xyz]\W?)?(?:\d{7,8}|\d{1,2}[ .]\d{3}[ .]\d{3}|(?:\d\d[ .-]){3}\d\d|\d{4} \d{4}|(?:\d ){6,7}\d)\W*"
)
_DATED = re.compile(r"(?:19|20)\d\d([ ./-])\d{1,2}\1\d{1,2}\W?[a-zA-Z]|\d{1,2}([ ./-])\d{1,2}\2(?:19|20)\d\d\W+[a-z]")
"""A date and the word or the "T" after it."""
_FEW_NUMBERS, _FEW_WANTED = 3, 2
"""Numbers of the shortest dictation, when nothing was said of an identity and when one was named or asked for."""
_NAMES_PASSPORT = re.compile(r"\b(?:pasaport|passaport|passport|passeport)")
_ONLY_PASSPORT = re.compile(
    r"\A\W*(?:[A-Z]{2,3}\s?\d{5,8}|[A-JN-W]\s?\d{7,8}|\d{2}[A-Z]{2}\d{5}|[0-5]\d{8})\W*", re.IGNORECASE
)
_FIGURE = re.compile("[0-9]")
_LONG = 7
"""Figures that count nothing: the least an identity has."""
_UNIT_LENGTH = 12
_COMMON: Language = "es"
"""Many dictate in Spanish whatever they write in."""


def read_identities(
    folded: Folded, language: Language, expecting: frozenset[SlotName], number: str = ""
) -> tuple[Slots, Spans]:
    """The slots, and the spans of the source they and accounts take. Never raises.

    Nothing invalid becomes ``document`` or ``nuss``. ``expecting``: what the conversation waits for; it decides what
    short or bare digits may be. ``number``: that of a document whose letter is still missing, or was wrong.
    """
    wanted = expecting | named_identities(folded, language)
    slots: Slots = {}
    spans: Spans = [(account.start, account.end) for account in find_ibans(folded.source)]
    if "document" in expecting:
        _keep(find_led_documents(folded.source), folded, slots, spans, _WRITTEN)
    if "passport" in expecting or _NAMES_PASSPORT.search(folded.text) or _is_foreign(folded, expecting):
        _keep(find_passports(folded.source)[:1], folded, slots, spans, _WRITTEN)
    _keep(_written(folded, wanted, "locator" in expecting), folded, slots, spans, _WRITTEN)
    _keep(_emails(blanked(folded, spans), language), folded, slots, spans, _DICTATED)
    rest = blanked(folded, spans)
    if _ONLY_FIGURES.fullmatch(rest.text) and not expecting - _DOCUMENTS - {"locator"}:
        wanted |= {"document"}
    _keep(_dictated(rest, language, wanted, expecting), folded, slots, spans, _DICTATED)
    _put_letter(folded, slots, spans, number)
    _settle_documents(slots)
    return slots, spans


def _is_foreign(folded: Folded, expecting: frozenset[SlotName]) -> bool:
    """Whether the answer to a question for a document has the form of passports, and of no Spanish number: that of a
    company begins with a letter too, and its last figure checks.
    """
    alone = "document" in expecting and not expecting & {"locator", "phone"}
    return alone and _ONLY_PASSPORT.fullmatch(folded.source) is not None and not is_company(folded.source)


def _keep(identities: Iterable[Identity], folded: Folded, slots: Slots, spans: Spans, confidence: float) -> None:
    """The first of each name; of two that overlap the one found first."""
    for found in identities:
        if any(start < found.end and found.start < end for start, end in spans):
            continue
        spans.append((found.start, found.end))
        text = folded.source[found.start : found.end]
        slots.setdefault(_slot_name(found), SlotValue(found.value, text, found.start, found.end, confidence))


def _slot_name(identity: Identity) -> SlotName:
    match identity.kind, identity.verdict:
        case "dni" | "nie", "invalid":
            return "document_invalid"
        case "dni" | "nie", "partial":
            return "document_part"
        case "dni" | "nie" | "passport", _:
            return "document"
        case "nuss", "invalid":
            return "nuss_invalid"
        case ("nuss" | "phone" | "postcode" | "locator" | "email") as name, _:
            return name
    raise ValueError(f"no slot holds {identity.kind}")


def _written(folded: Folded, wanted: frozenset[str], locator_asked: bool) -> Iterator[Identity]:
    text = folded.source
    yield from (one for one in find_documents(text) if not _DATED.fullmatch(text[one.start : one.end]))
    yield from find_emails(text)
    for number in find_nuss(text):
        said = text[number.start : number.end]
        if number.valid:
            believed = not _YEARS.fullmatch(said) and not _is_amount(folded, number.end)
        else:
            believed = "nuss" in wanted or _NUSS_SHAPE.fullmatch(said) is not None
        if believed:
            yield number
    for locator in find_locators(text) or (find_cut_locators(text) if "locator" in wanted else []):
        if locator_asked or _mixed(text[locator.start : locator.end]):
            yield locator
    yield from (phone for phone in find_phones(text) if not _is_amount(folded, phone.end))


def _emails(folded: Folded, language: Language) -> Iterator[Identity]:
    for known in _order(language):
        if emails := find_dictated_emails(folded, known):
            return _of_source(emails, folded)
    return iter(())


def _of_source(identities: Iterable[Identity], folded: Folded) -> Iterator[Identity]:
    """The identities of a folded text with their spans in the source."""
    for identity in identities:
        start, end = folded.span(identity.start, identity.end)
        yield replace(identity, start=start, end=end)


def _dictated(
    folded: Folded, language: Language, wanted: frozenset[str], expecting: frozenset[SlotName]
) -> Iterator[Identity]:
    """In the message's language, else in the first other in which something was dictated."""
    words = folded.words()
    figures = any(word[0].isdecimal() for word in words) or bool(wanted and _FIGURE.search(folded.text))
    spelled = "locator" in wanted or "document" in expecting
    least = _FEW_WANTED if wanted else _FEW_NUMBERS
    for known in _order(language):
        # looking closer costs more than all other slots
        if not (figures or spelled or _numbers_said(words, known) >= least):
            continue
        runs = transcribe(folded, known)
        found = find_dictated(folded, runs, known, kinds_named(wanted))
        if not found and "document" in expecting:
            found = find_last_letter(folded, runs)
        if known not in (language, _COMMON):
            found = [one for one in found if _believed(folded, one)]
        if found:
            return _of_source(found, folded)
    return iter(())


def _numbers_said(words: Sequence[str], language: Language) -> int:
    """The number of words that may begin a number, or are "noughts"."""
    numbers, dictation = load_number_words(language), dictation_words(language)
    return sum(numbers.may_begin(word) or dictation.may_name((word,), "zero", "plural") for word in words)


def _believed(folded: Folded, identity: Identity) -> bool:
    """In a language that is not the message's, figures with a word after them are believed only when they check."""
    return identity.valid or not re.search(r"\d", folded.text[identity.start : identity.end])


def _put_letter(folded: Folded, slots: Slots, spans: Spans, known: str) -> None:
    """The document of a number and of a letter said apart from it, in the same message or after it was asked for."""
    part, wrong = slots.get("document_part"), slots.get("document_invalid")
    said = part if part and len(part.value) >= LENGTH else wrong
    number = said.value[:LENGTH] if said else known
    letter = part.value if part and not said else ""
    if "document" in slots or not number:
        return
    if letter and part and len(letter) == 1:
        name: SlotName = "document" if is_document(number + letter) else "document_invalid"
        slots[name] = replace(part, value=number + letter)
        del slots["document_part"]
    elif (span := find_letter(folded.source, number, said.end if said else 0)) is not None:
        text = folded.source[slice(*span)]
        slots["document"] = SlotValue(number + text.upper(), text, *span, _DICTATED)
        spans.append(span)


def _settle_documents(slots: Slots) -> None:
    """A valid document says all; an invalid one is offered with what it may have been, and is never taken for it."""
    if "document" in slots:
        slots.pop("document_invalid", None)
        slots.pop("document_part", None)
        return
    invalid = slots.get("document_invalid")
    if invalid is None:
        return
    if candidates := document_candidates(invalid.value):
        slots["document_repair"] = replace(invalid, value=",".join(candidates))


def announcing(folded: Folded, language: Language, slots: Mapping[SlotName, SlotValue]) -> Spans:
    """Folded spans of words that only announce a value ("DNI 12345678Z")."""
    spans: Spans = []
    for name, value in slots.items():
        cue: Cue | None = "document" if name in _DOCUMENTS else "phone" if name == "phone" else None
        if cue is None:
            continue
        begin = next((at for at, origin in enumerate(folded.origin) if origin >= value.start), len(folded.text))
        spans += [match.span(1) for match in announced(language, cue).finditer(folded.text[:begin])]
    return spans


def without_document_names(folded: Folded) -> Folded:
    """With "DNI" made unreadable where its number follows: an appointment and a DNI are then not one for the DNI."""
    return blanked(folded, (folded.span(*match.span(1)) for match in document_before_number().finditer(folded.text)))


def without_numbers(folded: Folded, identities: Spans, language: Language) -> Folded:
    """With spaces for the identities read and other long numbers: what a message asks for is not in their figures."""
    rest = blanked(folded, identities)
    plain = blanked(rest, _long_numbers(rest, language))
    return Folded(plain.source.replace(BLANK, " "), plain.text.replace(BLANK, " "), plain.origin)


def _long_numbers(folded: Folded, language: Language) -> Iterator[tuple[int, int]]:
    """Figures of an account, or of an identity that could not be made out, written or dictated."""
    words = folded.words()
    if not (any(word[0].isdecimal() for word in words) or _numbers_said(words, language) >= _FEW_NUMBERS):
        return
    for group in (group for run in transcribe(folded, language) for group in digit_groups(run)):
        counted = amount_pattern(language).match(folded.text, group.end)
        if group.length >= _LONG and not (counted or are_years(group) or is_date(group, frozenset())):
            yield folded.span(group.start, group.end)


def _order(language: Language) -> list[Language]:
    return list(dict.fromkeys((language, _COMMON, *LANGUAGES)))


def _is_amount(folded: Folded, end: int) -> bool:
    """Whether what follows an end in the source makes the digits money, metres or years."""
    following = fold(folded.source[end : end + _UNIT_LENGTH]).text
    return any(amount_pattern(known).match(following) for known in LANGUAGES)


def _mixed(text: str) -> bool:
    """Unasked, eight letters are a word: a locator then mixes letters and digits."""
    return any(character.isdigit() for character in text) and any(character.isalpha() for character in text)
