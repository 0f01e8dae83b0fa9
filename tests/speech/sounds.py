"""Sound made on the spot, and files of it."""

import io
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from speech.audio.pcm import to_s16le


def tone(seconds: float, rate: int, hertz: float = 440.0, loudness: float = 0.5) -> NDArray[np.float32]:
    return (loudness * np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate)).astype(np.float32)


def encoded(codec: str, samples: NDArray[np.float32], rate: int) -> bytes:
    """As FFmpeg encodes it, without a container."""
    coder = av.CodecContext.create(codec, "w")
    coder.sample_rate, coder.layout, coder.format = rate, "mono", "s16"
    frame = av.AudioFrame.from_ndarray(np.frombuffer(to_s16le(samples), "<i2").reshape(1, -1), "s16", "mono")
    frame.sample_rate = rate
    return b"".join(bytes(packet) for packet in [*coder.encode(frame), *coder.encode(None)])


def write(
    target: Path | io.BytesIO, kind: str, codec: str, channels: NDArray[np.float32], rate: int, **options: str
) -> None:
    """A file of ``channels``, shaped (channels, samples)."""
    step = 1024 if codec == "aac" else 960
    layout = "mono" if len(channels) == 1 else "stereo"
    with av.open(target if isinstance(target, io.BytesIO) else str(target), "w", format=kind, options=options) as file:
        stream = file.add_stream(codec, rate=rate, layout=layout)
        for begin in range(0, channels.shape[1], step):
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(channels[:, begin : begin + step]), "fltp", layout)
            frame.sample_rate, frame.pts = rate, begin
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))


def browser_recording(seconds: float, hertz: float = 440.0, loudness: float = 0.5) -> bytes:
    """WebM with Opus, its clusters open-ended as a MediaRecorder leaves them."""
    made = io.BytesIO()
    write(
        made,
        "webm",
        "libopus",
        tone(seconds, 48_000, hertz, loudness)[None],
        48_000,
        live="1",
        cluster_time_limit="1000",
    )
    return made.getvalue()


def loudest_hertz(samples: NDArray[np.float32], rate: int = 16_000) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * rate / len(samples))


def worst_difference(heard: NDArray[np.float32], meant: NDArray[np.float32], margin: int = 400) -> float:
    """The largest of all samples but those at both ends, where a filter has nothing on one side."""
    assert abs(len(heard) - len(meant)) <= 1
    length = min(len(heard), len(meant))
    return float(np.max(np.abs(heard[margin : length - margin] - meant[margin : length - margin])))
