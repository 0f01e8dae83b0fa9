"""The WebSockets that Twilio and Genesys connect to. Each needs the setting with its secret."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import structlog
from fastapi import APIRouter, WebSocket
from starlette.websockets import WebSocketDisconnect

from api.services.services import Services
from api.settings.audiohook_client import parse_client
from api.telephony.audiohook import AudioHook
from api.telephony.connection import REFUSALS, Send, connection_to, reason_of
from api.telephony.frames import BadFrame, Frame, Left, ReplyFrame
from api.telephony.signatures import signed_by_genesys, signed_by_twilio
from api.telephony.twilio import TwilioStream
from knowledge.errors import IsacError
from speech.errors import CallEnded, NothingHeard, TakenOver

router = APIRouter(prefix="/v1/telephony", include_in_schema=False)
_log = structlog.get_logger("api.telephony")

_CODES: dict[type[IsacError], int] = {BadFrame: 1008, CallEnded: 1000, TakenOver: 1000}
_TRY_AGAIN_LATER = 1013
_GOODBYE_S = 10.0
_GONE = (WebSocketDisconnect, RuntimeError)  # RuntimeError: the client closed while we were writing


@router.websocket("/twilio")
async def twilio(websocket: WebSocket) -> None:
    """Twilio Media Streams."""
    services: Services = websocket.app.state.services
    token = services.settings.twilio_auth_token
    signature = websocket.headers.get("x-twilio-signature", "")
    if token is None or not signed_by_twilio(token.get_secret_value(), _address(websocket, services), signature):
        await _turn_away(websocket, "twilio")
        return
    await websocket.accept()
    connection = connection_to(services.calls, services.settings)
    try:
        await connection.carry(_twilio_frames(websocket), _sender(websocket))
    except REFUSALS as error:
        _let_go("twilio", error)
        await _close(websocket, _CODES.get(type(error), _TRY_AGAIN_LATER))
    else:
        await _close(websocket, 1000)
    await connection.linger()


@router.websocket("/audiohook")
async def audiohook(websocket: WebSocket) -> None:
    """Genesys AudioHook."""
    services: Services = websocket.app.state.services
    setting = services.settings.audiohook_client
    client = parse_client(setting.get_secret_value()) if setting else None
    headers = dict(websocket.headers)
    if client is None or not signed_by_genesys(client, _target(websocket), headers, services.clock()):
        await _turn_away(websocket, "audiohook")
        return
    await websocket.accept()
    hook = AudioHook(headers["audiohook-session-id"], headers["audiohook-organization-id"])
    frames = _audiohook_frames(websocket, hook)
    try:
        await connection_to(services.calls, services.settings).carry(frames, _sender(websocket))
    except REFUSALS as error:
        _let_go("audiohook", error)
        reply = hook.refuse("completed" if isinstance(error, CallEnded) else "error", reason_of(error))
        await _say_goodbye(websocket, hook, reply)
    await _close(websocket, 1000)


def _sender(websocket: WebSocket) -> Send:
    async def send(message: str) -> None:
        with contextlib.suppress(*_GONE):  # a client that is gone needs no answer, and the next read notices it
            await websocket.send_text(message)

    return send


async def _messages(websocket: WebSocket) -> AsyncIterator[str | bytes]:
    """Yield messages until the client closes or is gone. Raises NothingHeard."""
    services: Services = websocket.app.state.services
    while True:
        try:
            async with asyncio.timeout(services.calls.rules.silence_s):
                message = await websocket.receive()
        except TimeoutError:
            raise NothingHeard("nothing came for too long") from None
        if message["type"] == "websocket.disconnect":
            return
        text = message.get("text")
        yield message["bytes"] if text is None else text


async def _twilio_frames(websocket: WebSocket) -> AsyncIterator[Frame]:
    stream = TwilioStream()
    async for message in _messages(websocket):
        if isinstance(message, bytes):
            raise BadFrame("a binary message: Media Streams are text")
        for frame in stream.receive(message):
            yield frame
            if isinstance(frame, Left):
                return


async def _audiohook_frames(websocket: WebSocket, hook: AudioHook) -> AsyncIterator[Frame]:
    async for message in _messages(websocket):
        for frame in hook.receive(message) if isinstance(message, str) else hook.receive_sound(message):
            yield frame
        if hook.closed:
            return


async def _say_goodbye(websocket: WebSocket, hook: AudioHook, disconnect: ReplyFrame) -> None:
    """Tell the client to leave, wait for its close and answer it; sound still on its way is ignored."""
    with contextlib.suppress(*REFUSALS, *_GONE, TimeoutError):
        await websocket.send_text(disconnect.message)
        async with asyncio.timeout(_GOODBYE_S):
            async for message in _messages(websocket):
                if isinstance(message, bytes):
                    continue
                for frame in hook.receive(message):
                    if isinstance(frame, ReplyFrame):
                        await websocket.send_text(frame.message)
                if hook.closed:
                    return


def _address(websocket: WebSocket, services: Services) -> str:
    """Return the address that the client was given: a proxy may have changed that of the request."""
    if public := services.settings.public_url:
        return f"{str(public).replace('http', 'ws', 1).rstrip('/')}{websocket.url.path}"
    return str(websocket.url)


def _target(websocket: WebSocket) -> str:
    path, query = websocket.scope["raw_path"].decode("ascii"), websocket.scope["query_string"].decode("ascii")
    return f"{path}?{query}" if query else path


def _let_go(protocol: str, error: IsacError) -> None:
    _log.info("caller let go", protocol=protocol, reason=reason_of(error))


async def _turn_away(websocket: WebSocket, protocol: str) -> None:
    """Refuse the request before the WebSocket opens: the client reads 403."""
    _log.warning("caller turned away", protocol=protocol, reason="the request is not signed as the settings say")
    await websocket.close()


async def _close(websocket: WebSocket, code: int) -> None:
    with contextlib.suppress(*_GONE):
        await websocket.close(code)
