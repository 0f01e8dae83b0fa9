"""Sound as it comes over a wire, to samples."""

from typing import Literal, Protocol

from speech.segments import Samples

Encoding = Literal["pcm_s16le", "mulaw", "alaw", "webm_opus"]


class Decoder(Protocol):
    """Of one stream; keeps what a piece left unfinished."""

    def decode(self, data: bytes) -> Samples:
        """The next bytes, cut anywhere, even inside a sample; may be empty. Raises NotAudio."""
        ...

    def finish(self) -> Samples:
        """What was still inside."""
        ...
