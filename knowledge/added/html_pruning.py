"""Removes invisible elements from a web page, and the frame that every page of a site repeats."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

_NEVER_TEXT = """
    script style noscript template head svg math iframe object audio video canvas map nav
    input select textarea datalist option progress label
"""
_AROUND = ("header", "footer", "aside")
"""These surround the page, unless they are a part of its main text."""

_ROLES = "navigation banner contentinfo complementary search dialog alertdialog menu menubar tablist"
_NAMES = """
    cookie cookies consent banner breadcrumb breadcrumbs migas miga rastro menu navbar nav navigation navegacion topbar
    sidebar lateral footer pie peu oina skip share compartir sharing related relacionados relacionadas modal popup
    relatedposts comments switcher noprint
"""
"""Words in the class or id of what surrounds the text, as sites in these languages name it."""

_ROLE_SET, _NAME_SET = frozenset(_ROLES.split()), frozenset(_NAMES.split())

_NAMED = ("div", "ul", "ol", "section", "td", "p", "a")
"""Elements whose name tells what they are for."""

_HIDDEN_CLASSES = frozenset(
    ("hidden", "sr-only", "visually-hidden", "visuallyhidden", "d-none", "oculto", "screen-reader-text")
)
_HIDDEN_STYLE = re.compile(
    r"display:none|visibility:hidden|opacity:0(?:\.0+)?(?:;|$)|font-size:0(?:\.0+)?(?:px|pt|em|rem|%)?(?:;|$)"
    r"|text-indent:-\d{3,}|(?:left|top):-\d{3,}"
)
_COLOUR = re.compile(r"(?:^|;)color:([^;!]+)")
_BACKGROUND = re.compile(r"(?:^|;)background(?:-color)?:(#\w+|rgb\([^)]*\)|[a-z]+)")
_COLOUR_NAMES = {"white": "#ffffff", "black": "#000000", "rgb(255,255,255)": "#ffffff", "rgb(0,0,0)": "#000000"}
_CONTROLS = ("aria-controls", "data-target", "data-bs-target", "href")
_WORD = re.compile(r"[A-Z]?[a-z]+")


def prune(page: HtmlElement) -> None:
    """Change the page in place. Style sheets are not read: only what the elements themselves say counts."""
    opened = frozenset(_opened(page))
    for element in _below(page, "*"):
        if _is_hidden(element, opened):
            _drop(element)
    for element in _below(page, *_NEVER_TEXT.split()):
        _drop(element)
    for element in _below(page, "button"):
        if any(True for _ in element.iterancestors("h1", "h2", "h3", "h4", "h5", "h6", "dt")):
            element.drop_tag()
        else:
            _drop(element)
    for element in _below(page, "*"):
        if _surrounds(element):
            _drop(element)


def main_part(page: HtmlElement) -> HtmlElement:
    """The element that says it is the page's text, when there is just one; else the body."""
    parts = page.xpath("//main | //*[@role='main']")
    outer = [part for part in parts if not any(part is not other and part in other.iter() for other in parts)]
    return outer[0] if len(outer) == 1 and outer[0].text_content().strip() else page.find("body")


def _below(page: HtmlElement, *tags: str) -> list[HtmlElement]:
    """All at once: what is walked is going to change."""
    return [element for element in page.find("body").iterdescendants(*tags) if isinstance(element.tag, str)]


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _opened(page: HtmlElement) -> Iterator[str]:
    """Ids of what a control of the page opens, such as the answers of an accordion: hidden, and there to be read."""
    for name in _CONTROLS:
        for value in page.xpath(f"//@{name}"):
            yield from value.split() if name == "aria-controls" else [value[1:]] if value.startswith("#") else []


def _is_hidden(element: HtmlElement, opened: frozenset[str]) -> bool:
    if element.get("id") in opened or element.get("role") == "tabpanel":
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN_CLASSES & set((element.get("class") or "").split()):
        return True
    style = _style(element)
    return bool(style) and (_HIDDEN_STYLE.search(style) is not None or _is_of_its_ground(element, style))


def _is_of_its_ground(element: HtmlElement, style: str) -> bool:
    """Tell whether the element has the colour of its background. A page without a background colour is white."""
    colour = _COLOUR.search(style)
    if colour is None:
        return False
    grounds = (_ground(around) for around in (element, *element.iterancestors()))
    return _colour(colour[1]) == next((ground for ground in grounds if ground), "#ffffff")


def _ground(element: HtmlElement) -> str:
    background = _BACKGROUND.search(_style(element))
    return _colour(background[1] if background else element.get("bgcolor") or "")


def _style(element: HtmlElement) -> str:
    return re.sub(r"\s+", "", element.get("style") or "").lower()


def _colour(written: str) -> str:
    colour = _COLOUR_NAMES.get(written, written).lower()
    if re.fullmatch(r"#[0-9a-f]{3}", colour):
        return "#" + "".join(letter * 2 for letter in colour[1:])
    return "" if colour in ("transparent", "none", "inherit") else colour


def _surrounds(element: HtmlElement) -> bool:
    if element.tag in _AROUND or element.get("role") in _ROLE_SET:
        inside = element.tag != "footer" and element.xpath("boolean(ancestor::main | ancestor::article)")
        return not inside and not _holds_text(element)
    named = element.tag in _NAMED and bool(_NAME_SET & set(_names(element)))
    return named and not _holds_text(element)


def _holds_text(element: HtmlElement) -> bool:
    """Tell whether the element holds the main text: some pages stand whole inside an element named as a menu."""
    return bool(
        element.xpath("boolean(descendant-or-self::main | descendant-or-self::*[@role='main'] | descendant::h1)")
    )


def _names(element: HtmlElement) -> Iterator[str]:
    for name in f"{element.get('class') or ''} {element.get('id') or ''}".split():
        yield from (word.lower() for word in _WORD.findall(name))
