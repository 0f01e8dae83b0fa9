"""The language a request asks for."""

from starlette.requests import Request

from knowledge.languages import Language, parse_language


def preferred(header: str, fallback: Language) -> Language:
    """Return the best known language of an ``Accept-Language`` header, else ``fallback``."""
    ranked: list[tuple[float, int, Language]] = []
    for position, part in enumerate(header.split(",")[:20]):
        tag, _, weight = part.partition(";")
        try:
            ranked.append((-_weight(weight), position, parse_language(tag)))
        except ValueError:
            continue
    return min(ranked)[2] if ranked and min(ranked)[0] < 0 else fallback


def _weight(text: str) -> float:
    value = text.strip().removeprefix("q=")
    return float(value) if value else 1.0


def language_of(request: Request, fallback: Language) -> Language:
    """Return the language that the browser prefers."""
    return preferred(request.headers.get("accept-language", ""), fallback)
