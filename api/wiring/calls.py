"""How calls are put together."""

from dataclasses import dataclass
from datetime import timedelta

from agents.calls.call_need import NeedReader
from agents.calls.need_watch import NeedWatch
from api.settings.settings import Settings
from speech.calls.calls import Calls
from speech.calls.record import CallRecord
from speech.calls.rules import CallRules
from speech.calls.sealing import key_of_folder
from speech.calls.sound_store import SoundStore
from speech.listening.transcriber import Transcriber
from tools.clock import Clock
from tools.contacts.contact_log import ContactLog


@dataclass(frozen=True, slots=True)
class CallPorts:
    """What calls stand on. Without a ``transcriber`` they are refused, saying what to do."""

    record: CallRecord
    log: ContactLog
    transcriber: Transcriber | None
    clock: Clock


def build_calls(settings: Settings, ports: CallPorts, reader: NeedReader) -> Calls:
    """The calls of this process."""
    shelf, rules = build_shelf(settings), call_rules(settings)
    calls = Calls(ports.record, shelf, ports.log, ports.transcriber, ports.clock, rules)
    calls.listeners = (NeedWatch(reader, ports.record, calls.tell, ports.clock),)
    return calls


def build_shelf(settings: Settings) -> SoundStore:
    """Where their sound is, under its key."""
    folder, key = settings.data_dir / "calls", settings.audio_key
    return SoundStore(folder, bytes.fromhex(key.get_secret_value()) if key else key_of_folder(folder))


def call_rules(settings: Settings) -> CallRules:
    """What calls may take, and how long they are kept."""
    return CallRules(
        most=settings.calls_at_once,
        grace=timedelta(seconds=settings.call_grace_seconds),
        audio_life=timedelta(days=settings.call_audio_days),
        life=timedelta(days=settings.call_days),
    )
