"""Twilio's and Genesys' sides of their protocols, from their public descriptions."""

import base64
import hmac
import json
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect

CHUNK_MS = 20
LOUD = b"\x80"
"""μ-law, as loud as it gets; one byte is one sample."""


def twilio_signature(url: str, token: str) -> str:
    return base64.b64encode(hmac.new(token.encode(), url.encode(), "sha1").digest()).decode()


class Twilio:
    """One stream of one call: connected, start, media of each track every 20 ms, marks and keys, stop."""

    def __init__(self, socket: ClientConnection, call: str, tracks: tuple[str, ...]) -> None:
        self.socket, self.call, self.tracks = socket, call, tracks
        self.stream, self.sequence, self.chunk = f"MZ{uuid4().hex}", 0, 0

    @classmethod
    @asynccontextmanager
    async def call(
        cls, url: str, token: str, call: str, tracks: tuple[str, ...] = ("inbound", "outbound"), **parameters: str
    ) -> AsyncIterator["Twilio"]:
        headers = {"X-Twilio-Signature": twilio_signature(url, token)}
        async with connect(url, additional_headers=headers) as socket:
            stream = cls(socket, call, tracks)
            await socket.send(json.dumps({"event": "connected", "protocol": "Call", "version": "1.0.0"}))
            start = {
                "accountSid": "AC0",
                "streamSid": stream.stream,
                "callSid": call,
                "tracks": list(tracks),
                "mediaFormat": {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1},
                "customParameters": parameters,
            }
            await stream.send("start", start=start)
            yield stream

    async def send(self, event: str, **body: Any) -> None:
        self.sequence += 1
        message = {"event": event, "sequenceNumber": str(self.sequence), "streamSid": self.stream, **body}
        await self.socket.send(json.dumps(message))

    async def say(self, seconds: float) -> None:
        """On all tracks, as fast as it is taken."""
        payload = base64.b64encode(LOUD * CHUNK_MS * 8).decode()
        for _ in range(round(seconds * 1000 / CHUNK_MS)):
            at, self.chunk = self.chunk * CHUNK_MS, self.chunk + 1
            for track in self.tracks:
                media = {"track": track, "chunk": str(self.chunk), "timestamp": str(at), "payload": payload}
                await self.send("media", media=media)

    async def press(self, digit: str) -> None:
        await self.send("dtmf", dtmf={"track": "inbound_track", "digit": digit})

    async def stop(self) -> None:
        await self.send("stop", stop={"accountSid": "AC0", "callSid": self.call})


def genesys_headers(path: str, host: str, key: str, secret: str, session: str, organization: str) -> dict[str, str]:
    """Signed as the AudioHook documentation tells: HTTP Message Signatures with the client secret."""
    values = {
        "@request-target": path,
        "@authority": host,
        "audiohook-organization-id": organization,
        "audiohook-session-id": session,
        "audiohook-correlation-id": str(uuid4()),
        "x-api-key": key,
    }
    created = int(time.time())
    names = " ".join(f'"{name}"' for name in values)
    nonce = base64.b64encode(secrets.token_bytes(18)).decode()
    parameters = f'({names});keyid="{key}";nonce="{nonce}";alg="hmac-sha256";created={created};expires={created + 10}'
    lines = [f'"{name}": {value}' for name, value in values.items()] + [f'"@signature-params": {parameters}']
    digest = hmac.new(base64.b64decode(secret), "\n".join(lines).encode(), "sha256").digest()
    return {
        **{name: value for name, value in values.items() if not name.startswith("@")},
        "Signature-Input": f"sig1={parameters}",
        "Signature": f"sig1=:{base64.b64encode(digest).decode()}:",
    }


class Genesys:
    """One session: it checks the numbers of what the server sends, as the protocol asks."""

    def __init__(self, socket: ClientConnection, session: str, organization: str) -> None:
        self.socket, self.session, self.organization = socket, session, organization
        self.seq = self.serverseq = self.samples = 0
        self.channels = 0

    @classmethod
    @asynccontextmanager
    async def connect(cls, url: str, key: str, secret: str, **headers: str) -> AsyncIterator["Genesys"]:
        host, _, path = url.removeprefix("ws://").partition("/")
        session, organization = str(uuid4()), str(uuid4())
        signed = genesys_headers(f"/{path}", host, key, secret, session, organization) | headers
        async with connect(url, additional_headers=signed) as socket:
            yield cls(socket, session, organization)

    async def send(self, kind: str, **parameters: Any) -> None:
        self.seq += 1
        message = {
            "version": "2",
            "id": self.session,
            "type": kind,
            "seq": self.seq,
            "serverseq": self.serverseq,
            "position": f"PT{self.samples / 8000}S",
            "parameters": parameters,
        }
        await self.socket.send(json.dumps(message))

    async def receive(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(await self.socket.recv())
        assert message["version"] == "2"
        assert message["id"] == self.session
        assert message["seq"] == self.serverseq + 1
        assert message["clientseq"] <= self.seq
        self.serverseq = message["seq"]
        return message

    async def open(self, conversation: str, language: str = "es-ES") -> dict[str, Any]:
        sides = (["external", "internal"], ["external"], ["internal"])
        await self.send(
            "open",
            organizationId=self.organization,
            conversationId=conversation,
            participant={"id": str(uuid4()), "ani": "+34600000000", "aniName": "", "dnis": "+34900000000"},
            media=[{"type": "audio", "format": "PCMU", "channels": side, "rate": 8000} for side in sides],
            language=language,
            customConfig={},
        )
        answer = await self.receive()
        if answer["type"] == "opened":
            self.channels = len(answer["parameters"]["media"][0]["channels"])
        return answer

    async def say(self, seconds: float) -> None:
        for _ in range(round(seconds * 10)):
            self.samples += 800
            await self.socket.send(LOUD * 800 * self.channels)

    async def close(self, reason: str = "end") -> dict[str, Any]:
        await self.send("close", reason=reason)
        return await self.receive()
