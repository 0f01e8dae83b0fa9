"""``isac call``: recordings sent as a call in real time, and what is written of them while they are spoken."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console, Group
from rich.live import Live
from rich.text import Text

from agents.phrases.phrases import Phrases
from api.commands.advice_lines import advice_lines, alert_lines, summary_lines
from api.commands.call_client import CallEventOut, CallRefused, ServiceAway, begin_call
from api.commands.db import opened_database
from api.settings.settings import Settings, load_settings
from knowledge.administration import load_administration
from knowledge.languages import Language, parse_language
from speech.audio.files import open_audio
from speech.calls.line import FLAWS
from speech.calls.record import TRACKS, Track
from tools.clock import system_clock


@dataclass(frozen=True, slots=True)
class CallTarget:
    """The service to call. Without ``url``, that of the settings; without ``token``, one of this installation."""

    url: str | None = None
    token: str | None = None


async def call(files: list[Path], where: CallTarget, language: str | None, *, as_json: bool) -> None:
    """The first file is the citizen's side, the second the agent's.

    Raises NotAudio, AudioTooLong, ServiceAway, CallRefused, ToolUnavailable.
    """
    spoken = None if language is None else parse_language(language)
    for file in files:
        with open_audio(file):  # what cannot be read is told before anybody is called
            pass
    async with _service(where) as http:
        client = await begin_call(http, spoken)
        settings = load_settings()
        phrases = Phrases(load_administration(settings.administration))
        shown = _print_json if as_json else Screen(Console(), phrases, spoken or settings.language).run
        following = asyncio.create_task(shown(client.events()))
        try:
            sides = zip(TRACKS, files, strict=False)
            await spoken_while(following, asyncio.gather(*(client.speak(track, file) for track, file in sides)))
        except BaseException:
            following.cancel()
            await client.end()
            raise
        await client.end()
        await following
        transcript = await client.transcript("json" if as_json else "text")
        sys.stdout.write(transcript.rstrip("\n") + "\n")


async def spoken_while(following: "asyncio.Task[None]", speaking: "asyncio.Future[Any]") -> None:
    """Until all is spoken. Nobody speaks on when what is said cannot be followed. Raises what either raises."""
    try:
        await asyncio.wait([following, speaking], return_when=asyncio.FIRST_COMPLETED)
        if following.done():
            await following
        await speaking
    finally:
        speaking.cancel()


@asynccontextmanager
async def _service(where: CallTarget) -> AsyncIterator[httpx.AsyncClient]:
    """Raises ServiceAway, CallRefused for what cannot be asked at all."""
    settings = load_settings()
    token = where.token or await _own_token(settings)
    if not (token.isascii() and token.isprintable()):
        raise CallRefused("the token has characters that no token has")
    headers = {"Authorization": f"Bearer {token}", "Accept-Language": settings.language}
    try:
        base = httpx.URL(where.url or f"http://{settings.host}:{settings.port}")
    except httpx.InvalidURL as error:
        raise ServiceAway(f"--url is no address of a service: {error}") from None
    async with httpx.AsyncClient(base_url=base, headers=headers, timeout=30) as http:
        yield http


async def _own_token(settings: Settings) -> str:
    from api.wiring.tokens import build_tokens

    async with opened_database() as database:
        return (await build_tokens(settings, database, system_clock)).for_role("agent", "isac call")


async def _print_json(events: AsyncIterator[CallEventOut]) -> None:
    """JSON Lines."""
    async for event in events:
        sys.stdout.write(json.dumps({"event": event.kind, **event.body}, ensure_ascii=False) + "\n")
        sys.stdout.flush()


@dataclass(slots=True)
class Screen:
    """Shows final words in black, changeable ones in grey and doubtful ones underlined."""

    console: Console
    phrases: Phrases
    language: Language
    _partials: dict[Track, Text] = field(default_factory=dict)
    _late: dict[Track, float] = field(default_factory=dict)

    async def run(self, events: AsyncIterator[CallEventOut]) -> None:
        """Until the call has ended."""
        with Live(console=self.console, transient=True, refresh_per_second=8) as live:
            async for event in events:
                if (line := self._line(event)) is not None:
                    live.console.print(line)
                live.update(Group(*self._partials.values(), *self._lateness()))

    def _line(self, event: CallEventOut) -> Text | None:
        """The line of an event that stays on the screen, if any."""
        body = event.body
        match event.kind:
            case "partial":
                said = Text.assemble(self._who(body["track"]), body["stable"], " ", (body["tentative"], "italic"))
                self._partials[body["track"]] = Text.assemble(said, style="bright_black")
                return None
            case "final":
                self._partials.pop(body["track"], None)
                words = [(f"{word['text']} ", "underline" if word["suspect"] else "") for word in body["words"]]
                return Text.assemble(self._who(body["track"]), *words)
            case "need" | "suggestion" | "alert" | "summary":
                return _TOLD[event.kind](body)
            case "behind":
                self._late[body["track"]] = body["seconds"]
                return None
            case "track" if body["state"] in FLAWS:
                wrong = self.phrases.say(self.language, f"calls-{body['state']}-{body['track']}")
                return Text(f"! {wrong}", "yellow")
            case _:
                return None

    def _lateness(self) -> list[Text]:
        """Of the side whose words come latest, while they do."""
        seconds = max(self._late.values(), default=0.0)
        return [Text(f"… {seconds:.0f} s", "yellow")] if seconds else []

    def _who(self, track: Track) -> tuple[str, str]:
        return f"{self.phrases.say(self.language, f'call-side-{track}')}: ", "cyan" if track == "citizen" else "magenta"


def _need(body: Mapping[str, Any]) -> Text:
    """The need and its body; below, the advice and the online way."""
    way = " ".join(part for part in (body["route"]["todo"], body["route"]["link"]) if part)
    return Text(f"→ {body['reason']} ({body['unit']})\n  {way}", "bold red" if body["urgent"] else "bold blue")


_TOLD: Mapping[str, Callable[[Mapping[str, Any]], Text | None]] = {
    "need": _need,
    "suggestion": advice_lines,
    "alert": alert_lines,
    "summary": summary_lines,
}
