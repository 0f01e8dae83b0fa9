"""Starts what takes long before a process imports the rest of the service, which takes as long again.

Encoders and the embedded PostgreSQL wait for files, native code and another program, and leave Python's lock alone.
"""

import gc
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from api.settings.settings import Settings
from knowledge.encoders.encoder import Encoder
from knowledge.encoders.hashing import HashingEncoder
from knowledge.encoders.onnx import OnnxEncoder
from knowledge.encoders.transformer import TransformerEncoder
from knowledge.weights.model_store import ModelStore
from knowledge.weights.specs import MODELS
from tools.clock import Clock, system_clock
from tools.store.embedded import EmbeddedServer

HASHING = "hashing"


@dataclass(frozen=True, slots=True)
class Encoders:
    """The encoder of passages and the one tuned for needs."""

    passages: Encoder
    needs: Encoder


@dataclass(frozen=True, slots=True)
class EarlyStart:
    """What is on its way. ``server`` gives None where the database has an address of its own."""

    settings: Settings
    encoders: Future[Encoders]
    server: Future[EmbeddedServer | None]
    clock: Clock = system_clock


def start_early(settings: Settings, clock: Clock = system_clock) -> EarlyStart:
    """Return at once. The futures raise WeightsMissing and ToolUnavailable.

    No garbage is looked for until all is loaded (``load_together``): what a start makes stays.
    """
    threads = ThreadPoolExecutor(2)
    started = EarlyStart(
        settings, threads.submit(load_encoders, settings), threads.submit(_open_server, settings), clock
    )
    threads.shutdown(wait=False)
    gc.disable()
    return started


def load_encoders(settings: Settings) -> Encoders:
    """Load the encoder that reads every message; that of passages waits for a search. Raises WeightsMissing."""
    needs = build_encoder(settings, settings.needs_encoder_model)
    passages = build_encoder(settings, settings.encoder_model, beside=needs)
    return Encoders(passages, needs.load() if isinstance(needs, OnnxEncoder) else needs)


def build_encoder(settings: Settings, model: str, beside: Encoder | None = None) -> Encoder:
    """Build the encoder that a setting names. It shares with the one ``beside`` it the files that both use.

    Raises WeightsMissing.
    """
    if model == HASHING:
        return HashingEncoder()
    if model in {spec.name for spec in MODELS}:
        folder = ModelStore(settings.data_dir / "models").path(model)
        return OnnxEncoder(folder, settings.encoder_threads, beside if isinstance(beside, OnnxEncoder) else None)
    return TransformerEncoder(model)


def _open_server(settings: Settings) -> EmbeddedServer | None:
    if settings.database_url:
        return None
    server = EmbeddedServer(settings.data_dir)
    server.open()
    return server
