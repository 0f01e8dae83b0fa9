"""Voice activity by Silero, piece by piece."""

from importlib.resources import files

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from speech.segments import Samples

FRAME = 512
"""Samples of a frame: 32 ms."""

_CONTEXT = 64
_MODEL = "silero_vad_v6.onnx"


def load_detector() -> onnxruntime.InferenceSession:
    """Silero, as faster-whisper ships it; one for each process."""
    options = onnxruntime.SessionOptions()
    options.inter_op_num_threads = options.intra_op_num_threads = 1
    options.log_severity_level = 4
    path = files("faster_whisper") / "assets" / _MODEL
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class SpeechDetector:
    """The state of one track: the sound of an unfinished frame and the memory of the model."""

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        self._session = session
        self._rest = np.zeros(0, np.float32)
        self._context = np.zeros(_CONTEXT, np.float32)
        self._hidden = np.zeros((1, 1, 128), np.float32)
        self._cell = np.zeros((1, 1, 128), np.float32)

    def push(self, samples: Samples) -> NDArray[np.float32]:
        """Probability of speech in each frame that is whole by now, shape (frames,)."""
        sound = np.concatenate([self._rest, samples])
        count = len(sound) // FRAME
        self._rest = sound[count * FRAME :]
        if count == 0:
            return np.zeros(0, np.float32)
        frames = sound[: count * FRAME].reshape(count, FRAME)
        before = np.concatenate([self._context[None], frames[:-1, -_CONTEXT:]])
        self._context = frames[-1, -_CONTEXT:].copy()
        given = {"input": np.concatenate([before, frames], axis=1), "h": self._hidden, "c": self._cell}
        found, self._hidden, self._cell = self._session.run(None, given)
        return np.asarray(found, np.float32).reshape(-1)
