"""WebM as a browser's MediaRecorder sends it, cut anywhere, to samples as it comes.

FFmpeg pulls its bytes and a socket pushes them, so a thread stands between. ``decode`` gives the bytes to the thread
and waits until it asks for more: by then all that can be decoded is decoded.
"""

import threading
import weakref
from collections.abc import Iterator

import av
import numpy as np
from av.audio.resampler import AudioResampler

from speech.audio.clipping import SURE_S, Clipping
from speech.audio.resampling import Resampler
from speech.errors import NotAudio
from speech.segments import Samples

_RATE = 48_000  # Opus decodes to this rate, whatever was recorded
_MAGIC = b"\x1aE\xdf\xa3"


class WebmDecoder:
    """Decodes one stream. Its thread ends also when the object is dropped without ``finish``."""

    def __init__(self) -> None:
        self._exchange = _Exchange()
        self._resampler, self._clipping = Resampler(_RATE), Clipping(round(SURE_S * _RATE))
        self._head = b""
        threading.Thread(target=_read, args=(self._exchange,), name="webm", daemon=True).start()
        self._abandon = weakref.finalize(self, self._exchange.abandon)

    @property
    def clipped(self) -> bool:
        """See the port ``Decoder``."""
        return self._clipping.clipped

    def decode(self, data: bytes) -> Samples:
        """See the port ``Decoder``."""
        if len(self._head) < len(_MAGIC):
            # FFmpeg would search all later bytes for a beginning, without end.
            self._head = (self._head + data)[: len(_MAGIC)]
            if not _MAGIC.startswith(self._head):
                raise NotAudio(
                    "WebM was declared, and the bytes do not begin as WebM does; send the recording from its start"
                )
        samples = self._exchange.feed(data)
        self._clipping.push(samples)
        return self._resampler.push(samples)

    def finish(self) -> Samples:
        """See the port ``Decoder``."""
        self._abandon.detach()
        rest = self._exchange.end()
        return np.concatenate([self._resampler.push(rest), self._resampler.finish()])


class _Exchange:
    """Passes bytes one way and samples the other; only one side works at a time."""

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._bytes = bytearray()
        self._samples: list[Samples] = []
        self._hungry = self._ended = self._over = False
        self._problem: str | None = None

    def feed(self, data: bytes) -> Samples:
        """Called by the socket's side: give bytes, take their samples. Raises NotAudio."""
        with self._turn:
            self._bytes += data
            return self._take()

    def end(self) -> Samples:
        """Called by the socket's side: no more bytes come."""
        with self._turn:
            self._ended = True
            return self._take()

    def abandon(self) -> None:
        """Called by either side, even FFmpeg's: nobody waits for the samples any more."""
        with self._turn:
            self._ended = True
            self._turn.notify_all()

    def _take(self) -> Samples:
        self._hungry = False
        self._turn.notify_all()
        self._turn.wait_for(lambda: self._hungry or self._over)
        if self._problem and not self._ended and not self._samples:
            raise NotAudio(self._problem)
        taken, self._samples = self._samples, []
        return np.concatenate([np.zeros(0, np.float32), *taken])

    def read(self, size: int) -> bytes:
        """Called by FFmpeg's side: return bytes as soon as there are any; none at the end."""
        with self._turn:
            while not self._bytes and not self._ended:
                self._hungry = True
                self._turn.notify_all()
                self._turn.wait()
            taken = bytes(self._bytes[:size])
            del self._bytes[:size]
            return taken

    def put(self, samples: Samples) -> None:
        """Called by FFmpeg's side: hand over decoded samples."""
        with self._turn:
            self._samples.append(samples)

    def stop(self, problem: str | None) -> None:
        """Called by FFmpeg's side: the stream is over, or cannot be read."""
        with self._turn:
            self._problem, self._over = problem, True
            self._turn.notify_all()


def _read(exchange: _Exchange) -> None:
    problem = "the WebM stream ended before its recording was stopped"
    try:
        for samples in _decoded(exchange):
            exchange.put(samples)
    except (av.FFmpegError, LookupError) as error:
        problem = f"WebM with Opus was declared, and something else came ({type(error).__name__})"
    finally:
        exchange.stop(problem)


def _decoded(exchange: _Exchange) -> Iterator[Samples]:
    # Small reads: FFmpeg fills its buffer once before it probes it, and later accepts part of one.
    options = {"probesize": "32", "analyzeduration": "0", "fflags": "nobuffer"}
    with av.open(exchange, mode="r", format="matroska", options=options, buffer_size=1024) as container:
        stream = container.streams.audio[0]
        mono = AudioResampler("flt", "mono", _RATE)
        for packet in container.demux(stream):
            for frame in packet.decode():
                for part in mono.resample(frame):
                    yield part.to_ndarray().reshape(-1).astype(np.float32)
