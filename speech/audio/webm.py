"""WebM as a browser's MediaRecorder sends it, cut anywhere, to samples as it comes.

FFmpeg pulls its bytes, a socket pushes them: a thread stands between. ``decode`` gives the bytes to the thread and
waits until it asks for more, so what could be decoded has been.
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

_RATE = 48_000  # that of Opus, whatever was recorded
_MAGIC = b"\x1aE\xdf\xa3"


class WebmDecoder:
    """Of one stream. Dropped without ``finish``, its thread ends too."""

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
            # FFmpeg would look for a beginning through everything that comes, without end.
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
    """Bytes one way, samples the other; never both sides at work at once."""

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._bytes = bytearray()
        self._samples: list[Samples] = []
        self._hungry = self._ended = self._over = False
        self._problem: str | None = None

    def feed(self, data: bytes) -> Samples:
        """From the socket's side: gives bytes, takes what they hold. Raises NotAudio."""
        with self._turn:
            self._bytes += data
            return self._take()

    def end(self) -> Samples:
        """From the socket's side: nothing more comes."""
        with self._turn:
            self._ended = True
            return self._take()

    def abandon(self) -> None:
        """From any side, even FFmpeg's: nobody waits for the samples."""
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
        """From FFmpeg's side: some bytes, as soon as there are any; none when nothing more comes."""
        with self._turn:
            while not self._bytes and not self._ended:
                self._hungry = True
                self._turn.notify_all()
                self._turn.wait()
            taken = bytes(self._bytes[:size])
            del self._bytes[:size]
            return taken

    def put(self, samples: Samples) -> None:
        """From FFmpeg's side: what was decoded."""
        with self._turn:
            self._samples.append(samples)

    def stop(self, problem: str | None) -> None:
        """From FFmpeg's side: the stream is over, or cannot be read."""
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
    # Small reads: FFmpeg is content with part of its buffer, yet fills it once before it looks at what it holds.
    options = {"probesize": "32", "analyzeduration": "0", "fflags": "nobuffer"}
    with av.open(exchange, mode="r", format="matroska", options=options, buffer_size=1024) as container:
        stream = container.streams.audio[0]
        mono = AudioResampler("flt", "mono", _RATE)
        for packet in container.demux(stream):
            for frame in packet.decode():
                for part in mono.resample(frame):
                    yield part.to_ndarray().reshape(-1).astype(np.float32)
