"""Any audio file, to samples in pieces: WAV, FLAC, Ogg, MP3, M4A, WebM and their kin.

    with open_audio(path) as audio:
        for piece in audio.pieces():
            ...

The file is read once and never held whole. Faults that did not stop the reading are told afterwards: ``clipped`` and
``damaged``.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

import av
import numpy as np
from av.audio.fifo import AudioFifo
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet
from numpy.typing import NDArray

from speech.audio.clipping import Clipping
from speech.audio.resampling import Resampler
from speech.errors import AudioTooLong, NotAudio
from speech.segments import RATE, Samples

LONGEST = 12 * 3600.0
"""Seconds a file may last, unless the caller says otherwise."""

# Containers of sound alone: a text file is no subtitle here, and a playlist opens nothing else.
_FORMATS = "aac,aiff,amr,au,caf,flac,matroska,webm,mov,mp4,m4a,mp3,ogg,w64,wav"

_LOUDEST = 1e10
"""Beyond what any scale of samples holds."""


class AudioFile:
    """An open file of ``tracks`` tracks: one, or the two channels of a stereo file that was opened to be split."""

    def __init__(self, name: str, container: InputContainer, split: bool, longest: float) -> None:
        self._name, self._container, self._longest = name, container, longest
        self._stream: AudioStream = container.streams.audio[0]
        self.tracks = 2 if split and self._stream.channels == 2 else 1
        self.seconds = _declared(container)
        """As the file declares it, for a progress bar; None when it does not, or what it declares is not there."""
        self.damaged = 0
        """Packets that could not be read and were left out, so far; and pieces with samples that are no numbers."""
        self._clipping = Clipping()
        if self.seconds is not None and self.seconds > longest:
            self._refuse_longer(self._packed())
            self.seconds = None

    def _packed(self) -> float:
        """Seconds in its packets, as far as they matter: a recorder that was killed leaves any length in the header."""
        seconds = 0.0
        try:
            for packet in self._container.demux(self._stream):
                seconds += float((packet.duration or 0) * packet.time_base)
                if seconds > self._longest:
                    break
            self._container.seek(0)
        except av.FFmpegError as error:
            raise NotAudio(f"{self._name} cannot be read: {error.strerror}") from error
        return seconds

    @property
    def clipped(self) -> bool:
        """Whether what was read so far is cut off at full scale often enough to be heard."""
        return self._clipping.clipped

    def pieces(self) -> Iterator[tuple[Samples, ...]]:
        """About a second each: one array per track, of equal length. Raises NotAudio, AudioTooLong."""
        given = 0
        for piece in self._resampled():
            given += len(piece)
            self._refuse_longer(given / RATE)
            if len(piece):
                yield tuple(np.ascontiguousarray(track) for track in piece.T)
        if not given:
            raise NotAudio(f"{self._name} holds no sound")

    def _resampled(self) -> Iterator[NDArray[np.float32]]:
        for (rate, *_), frames in groupby(self._frames(), key=_form):  # concatenated recordings may differ
            resampler = Resampler(rate, self.tracks)
            for second in _seconds_of_sound(frames):
                tracks = self._mixed(second.to_ndarray().T.astype(np.float32))
                yield resampler.push(tracks if self.tracks == 2 else tracks[:, 0]).reshape(-1, self.tracks)
            yield resampler.finish().reshape(-1, self.tracks)

    def _mixed(self, channels: NDArray[np.float32]) -> NDArray[np.float32]:
        channels = self._numbers(channels)
        self._clipping.push(channels)
        if channels.shape[1] == self.tracks:
            return channels
        mixed: NDArray[np.float32] = channels.mean(axis=1, keepdims=True).repeat(self.tracks, axis=1)
        return mixed

    def _numbers(self, channels: NDArray[np.float32]) -> NDArray[np.float32]:
        """Silence for samples that are none: one alone, as a damaged file has it, leaves its whole utterance unread."""
        sound = np.abs(channels) < _LOUDEST
        if sound.all():
            return channels
        self.damaged += 1
        return np.where(sound, channels, np.float32(0))

    def _frames(self) -> Iterator[AudioFrame]:
        try:
            for packet in self._container.demux(self._stream):
                yield from self._decoded(packet)
        except av.FFmpegError as error:
            raise NotAudio(f"{self._name} cannot be read any further: {error.strerror}") from error

    def _decoded(self, packet: "Packet[AudioStream]") -> list[AudioFrame]:
        try:
            return packet.decode()
        except av.InvalidDataError:
            self.damaged += 1
            return []

    def _refuse_longer(self, seconds: float) -> None:
        if seconds > self._longest:
            raise AudioTooLong(f"{self._name} lasts more than {self._longest / 3600:g} hours; cut it in parts")


@contextmanager
def open_audio(path: Path, split: bool = False, longest: float = LONGEST) -> Iterator[AudioFile]:
    """The file, to be read once. With ``split`` a stereo file gives its channels as two tracks, else they are mixed.

    ``longest``: seconds. Raises NotAudio, AudioTooLong, OSError when the file cannot be opened at all.
    """
    with path.open("rb") as file, _container(path.name, file) as container:
        if not container.streams.audio:
            raise NotAudio(f"{path.name} has no sound in it")
        yield AudioFile(path.name, container, split, longest)


def _declared(container: InputContainer) -> float | None:
    return container.duration / av.time_base if container.duration else None


def _form(frame: AudioFrame) -> tuple[int, str, str]:
    return frame.sample_rate, frame.layout.name, frame.format.name


def _seconds_of_sound(frames: Iterable[AudioFrame]) -> Iterator[AudioFrame]:
    """Of frames of one form."""
    planar, fifo = AudioResampler("fltp"), AudioFifo()
    for frame in frames:
        for part in planar.resample(frame):
            part.pts = None  # the container accounts for gaps between packets
            fifo.write(part)
            while (second := fifo.read(part.sample_rate)) is not None:
                yield second
    if (rest := fifo.read(0, partial=True)) is not None:
        yield rest


def _container(name: str, file: BinaryIO) -> InputContainer:
    if not file.read(1):
        raise NotAudio(f"{name} is empty")
    file.seek(0)
    try:
        return av.open(file, mode="r", metadata_errors="replace", options={"format_whitelist": _FORMATS})
    except av.FFmpegError as error:
        raise NotAudio(f"{name} is not an audio file, or its beginning is missing") from error
