"""The reasons of a route in words: short sentences, for the person or for whoever attends them."""

from collections.abc import Mapping
from datetime import date

from agents.phrases.phrases import Phrases
from agents.phrases.wording import body_name, channel_words, date_words
from agents.routing.route import ReasonCode, Route, RouteReason
from knowledge.languages import Language
from tools.offices.offices import office_of

_KEYS: Mapping[ReasonCode, str] = {
    "other_body": "answer-other-body",
    "other_body_here": "answer-other-body",
    "handled_by": "handled-by",
    "walk_in": "book-walk-in",
    "no_appointment": "book-none",
    "channel_not_offered": "book-channel-none",
}
"""Reasons that the reception says with the same words."""


def reason_lines(route: Route, phrases: Phrases, language: Language) -> tuple[str, ...]:
    """A line for each reason of the route, in the same order."""
    return tuple(_line(reason, route, phrases, language) for reason in route.reasons)


def _line(reason: RouteReason, route: Route, phrases: Phrases, language: Language) -> str:
    if reason.code == "channels":
        return channel_words(reason.about, phrases, language)
    key = _KEYS.get(reason.code, f"route-{reason.code.replace('_', '-')}")
    return phrases.say(language, key, **_values(reason, route, phrases, language))


def _values(reason: RouteReason, route: Route, phrases: Phrases, language: Language) -> dict[str, str]:
    match reason.code:
        case "danger":
            return {"danger": phrases.say(language, f"reason-{reason.about[0]}")}
        case "other_body" | "other_body_here" | "handled_by":
            return {"body": body_name(reason.about[0], phrases, language)}
        case "office_named" | "office_in_town" | "office_in_province" | "closed":
            offices = {route.office.id: route.office} if route.office else {}
            values = {"office": office_of(offices, reason.about[0]).name[language]}
            day = reason.about[1:]
            return values | ({"date": date_words(date.fromisoformat(day[0]), language)} if day else {})
        case _:
            return {}
