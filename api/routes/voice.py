"""The voice between the two browsers of a call: the service passes on how they find each other, and no sound."""

from fastapi import APIRouter

from api.calls.access import CallDep
from api.calls.follow import SIGNAL
from api.http.dependencies import ServicesDep
from api.schemas.voice import SignalIn
from api.settings.ice_servers import IceServer, parse_ice_servers
from speech.errors import CallEnded
from tools.contacts.contact import PassingEvent

router = APIRouter(prefix="/v1/calls", tags=["calls"])


@router.post("/{call_id}/signal", status_code=204)
async def signal(call_id: CallDep, body: SignalIn, services: ServicesDep) -> None:
    """Tell the page of the other side something; it is told to who follows the events of the call as that side, now."""
    if (await services.calls.record.find(call_id)).ended is not None:
        raise CallEnded(call_id)
    await services.chat.contacts.pass_on(call_id, PassingEvent(SIGNAL, body.model_dump()))


@router.get("/{call_id}/ice-servers", response_model_exclude_none=True)
async def ice_servers(call_id: CallDep, services: ServicesDep) -> list[IceServer]:
    """The STUN and TURN servers of this service, with what opens them, as ``RTCPeerConnection`` takes them."""
    await services.calls.record.find(call_id)
    setting = services.settings.ice_servers
    return parse_ice_servers(setting.get_secret_value()) if setting else []
