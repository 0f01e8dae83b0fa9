"""The need of a call's citizen and its route, by the understanding and the policy of the reception."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from agents.calls.call_need import CallNeed, CallRoute, To
from agents.phrases.phrases import Phrases
from agents.phrases.wording import channel_words, date_words, list_words
from agents.reception.policy.policy_input import Decision, PolicyInput
from agents.reception.policy.rules import decide
from agents.routing.rules import open_channels, unit_of
from agents.understanding.reading import MessageReader, Reading
from agents.understanding.screen import CAP, Screened, screen
from agents.understanding.shared.labels import DANGERS, Candidate, Label
from knowledge.administration import Administration
from knowledge.content.needs import Catalogue, Need
from knowledge.languages import Language
from tools.reading.masking import hint
from tools.reading.slots import SlotName

_WISHES: tuple[Label, ...] = ("book",)
_TOLD: tuple[SlotName, ...] = ("municipality", "postcode", "date", "document")
_KEY: Mapping[SlotName, str] = {"municipality": "place", "postcode": "place"}


@dataclass(frozen=True, slots=True)
class PolicyNeedReader:
    """Implements ``NeedReader``. Pure but for the reader's models."""

    administration: Administration
    reader: MessageReader
    catalogue: Catalogue
    phrases: Phrases

    def read_need(
        self, said: str, spoken: Language | None, told_in: Language, before: str | None, now: datetime
    ) -> CallNeed | None:
        """See the port. The last ``CAP`` characters of ``said`` are read."""
        screened = screen(said[-CAP:])
        reading = self.reader.read_message(screened.text, prior=spoken, now=now)
        decision, best = self._decide(reading, screened, before)
        urgent = not reading.labels.isdisjoint(DANGERS) or decision.reason in DANGERS
        if best is None and not urgent:
            return None
        need = self.catalogue[best.need] if best else None
        name = self._name(decision, need.id, told_in) if need else None
        return CallNeed(
            need=need.id if need else None,
            name=name,
            confidence=round(best.confidence, 3) if best else 0.0,
            unit=unit_of(need, self.administration),
            reason=self._reason(reading, decision, name, told_in),
            route=self._route(decision, need, name, told_in),
            labels=tuple(sorted(reading.labels)),
            urgent=urgent,
        )

    def _decide(self, reading: Reading, screened: Screened, before: str | None) -> tuple[Decision, Candidate | None]:
        situation = PolicyInput(
            reading=reading,
            screened=screened,
            catalogue=self.catalogue,
            own_case=self.administration.own_case_need,
            need=before,
        )
        decision = decide(situation)
        about = decision.part or reading  # of several things asked, one that is not the first
        likely = {candidate.need: candidate for candidate in replace(situation, reading=about).candidates}
        first = next(iter(likely.values()), None)
        return decision, likely.get(decision.need, first) if decision.need else first

    def _route(self, decision: Decision, need: Need | None, name: str | None, language: Language) -> CallRoute:
        if need is None:
            return CallRoute("person", self.phrases.say(language, "call-route-person"))
        channels, to = open_channels(need), _to(decision, need.policy.action)
        values = {"options": name, "body": self._body(need.body, language)}
        todo = self.phrases.say(language, f"call-route-{to}", **values)
        if to in ("appointment", "answer") and channels:
            todo = f"{todo} {channel_words(channels, self.phrases, language)}"
        return CallRoute(to, todo, need.body, channels, need.policy.link, decision.options)

    def _body(self, body: str, language: Language) -> str:
        """The name of the body for the agent: the citizen's town council, not the agent's."""
        name = f"body-{body.lower()}"
        theirs = f"call-{name}"
        return self.phrases.say(language, theirs if self.phrases.has(theirs) else name)

    def _name(self, decision: Decision, need: str, language: Language) -> str:
        """The name of the need, or of all its candidates while the citizen is asked which."""
        may_be = decision.options if decision.route == "clarify" and decision.options else (need,)
        names = [self.phrases.name(language, self.catalogue[one].names) for one in may_be]
        return list_words(names, language, "or")

    def _reason(self, reading: Reading, decision: Decision, name: str | None, language: Language) -> str:
        """The reason for the call, in one line."""
        say = self.phrases.say
        parts = [
            say(language, "call-danger", reason=say(language, f"reason-{label}"))
            for label in sorted(reading.labels & DANGERS)
        ]
        if name is not None:
            wish = next((label for label in _WISHES if label in reading.labels), "need")
            parts.append(say(language, f"call-wants-{'unsure' if decision.route == 'clarify' else wish}", need=name))
        if "third_person" in reading.labels:
            parts.append(say(language, "summary-other"))
        if details := self._details(reading, language):
            parts.append(say(language, "call-details", details=list_words(details, language)))
        return " ".join(parts)

    def _details(self, reading: Reading, language: Language) -> list[str]:
        found: list[str] = []
        for name, value in ((name, reading.slots.get(name)) for name in _TOLD):
            if value is not None:
                words = _words(name, value.value, language)
                found.append(self.phrases.say(language, f"call-detail-{_KEY.get(name, name)}", value=words))
        return found


def _words(name: SlotName, value: str, language: Language) -> str:
    if name == "date":
        return date_words(date.fromisoformat(value), language)
    return hint(value) if name == "document" else value


def _to(decision: Decision, action: str) -> To:
    if decision.route == "hand_off":
        return "person"
    if decision.route == "clarify":
        return "clarify"
    if action == "refer":
        return "elsewhere"
    return "appointment" if decision.route == "collect" else "answer"
