"""Sound as it comes over a wire, to samples."""

from collections.abc import Callable, Mapping
from typing import Literal, Protocol, get_args

import numpy as np

from speech.audio import g711
from speech.audio.clipping import SURE_S, Clipping
from speech.audio.pcm import of_s16le
from speech.audio.resampling import Resampler
from speech.audio.webm import WebmDecoder
from speech.errors import NotAudio, UnknownEncoding
from speech.segments import Samples

Encoding = Literal["pcm_s16le", "mulaw", "alaw", "webm_opus"]

RATES = (8_000, 12_000, 16_000, 24_000, 32_000, 44_100, 48_000, 96_000, 192_000)
"""Samples a second that can be declared. WebM names its own, whatever is declared."""

SILENCE: Mapping[Encoding, bytes] = {"pcm_s16le": b"\0\0", "mulaw": b"\xff", "alaw": b"\xd5"}
"""A silent sample of each encoding whose samples have one width: as long as this."""

_FILES = {b"RIFF": "a WAV file", b"fLaC": "a FLAC file", b"OggS": "an Ogg file", b"\x1aE\xdf\xa3": "WebM"}


class Decoder(Protocol):
    """Decodes one stream; keeps the unfinished end of a piece for the next."""

    @property
    def clipped(self) -> bool:
        """Whether what came so far is cut off at full scale often enough to be heard; not before ``SURE_S``."""
        ...

    def decode(self, data: bytes) -> Samples:
        """Decode the next bytes, split at any point, even inside a sample; may be empty. Raises NotAudio."""
        ...

    def finish(self) -> Samples:
        """Return the samples that were still held back."""
        ...


def decoder_for(encoding: Encoding, rate: int) -> Decoder:
    """Build the decoder of a stream of ``encoding`` at ``rate`` samples a second. Raises UnknownEncoding."""
    if encoding not in get_args(Encoding):
        raise UnknownEncoding(f"'{encoding}' is not served; send {', '.join(get_args(Encoding))}")
    if encoding == "webm_opus":
        return WebmDecoder()
    if rate not in RATES:
        raise UnknownEncoding(f"{rate} samples a second are not served; send {', '.join(map(str, RATES))}")
    return _RawDecoder(_RAW[encoding], len(SILENCE[encoding]), rate)


class _RawDecoder:
    """Samples of fixed width one after the other. Half a sample left at the end is dropped."""

    def __init__(self, to_samples: Callable[[bytes], Samples], width: int, rate: int) -> None:
        self._to_samples, self._width, self._resampler = to_samples, width, Resampler(rate)
        self._clipping = Clipping(round(SURE_S * rate))
        self._kept = b""
        self._begun = False

    @property
    def clipped(self) -> bool:
        """See the port."""
        return self._clipping.clipped

    def decode(self, data: bytes) -> Samples:
        """See the port."""
        self._kept += data
        if not self._begun:
            if len(self._kept) < 4:
                return np.zeros(0, np.float32)
            self._refuse_files()
        whole = len(self._kept) // self._width * self._width
        ready, self._kept = self._kept[:whole], self._kept[whole:]
        return self._resampler.push(self._samples(ready))

    def finish(self) -> Samples:
        """See the port."""
        whole = len(self._kept) // self._width * self._width
        rest = self._resampler.push(self._samples(self._kept[:whole]))
        return np.concatenate([rest, self._resampler.finish()])

    def _samples(self, data: bytes) -> Samples:
        samples = self._to_samples(data)
        self._clipping.push(samples)
        return samples

    def _refuse_files(self) -> None:
        # A file sent as raw samples would be heard as a burst of noise and then, at its own rate, as sound.
        if kind := _FILES.get(self._kept[:4]):
            raise NotAudio(
                f"raw samples were declared, and {kind} came; send its samples, or declare webm_opus for WebM"
            )
        self._begun = True


_RAW: Mapping[Encoding, Callable[[bytes], Samples]] = {
    "pcm_s16le": of_s16le,
    "mulaw": g711.mulaw,
    "alaw": g711.alaw,
}
