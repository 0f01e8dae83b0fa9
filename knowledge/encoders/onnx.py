"""The sentence encoder the service runs: multilingual-e5-small in ONNX Runtime, without torch.

Measured with the weights tuned for needs on 600 questions against the same weights in fp32, on one core of two shared
ones with AVX-512 VNNI and AMX, 2026-11-25; times are medians for one text of so many tokens:

    products                                          cosine mean (min)   12 tokens   30      60
    4-bit as shipped where it matters, else int8 *    0.9949  (0.982)     3.3 ms      7.8     15.2
    int8, a scale per tensor                          0.9816  (0.916)     1.9         3.4      6.5
    int8, a scale per token, 127 steps of a weight    0.9966  (0.991)     2.5         4.4      8.3
    int8, a scale per token, 63 steps of a weight     0.9953  (0.987)     2.5         4.4      7.8   <- built and used

* the first form of this graph, with ONNX Runtime's fused normalisation. With a scale per token a text has one vector
(to 1e-7) whatever it is read together with.
"""

import filecmp
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Self

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from knowledge.encoders.encoder import Role, Vectors
from knowledge.errors import WeightsMissing
from knowledge.once import Once
from knowledge.weights.assemble_e5 import ONNX_FILE
from knowledge.weights.digests import sha256_of
from knowledge.weights.manifest import read_manifest

MAX_TOKENS = 512
_TOKENS = 160
"""Of a batch. What more of them compute leaves the processor's cache: texts of 150 tokens took two thirds longer in
batches of 16 than one by one; those of 20 are quickest by four to eight."""
_UNLIKE = 1.4
"""Padding beyond this costs more than another batch."""
_MANY = 64
"""Batches from which every core is used."""
_PADDING = 1
_SLOWER = ["SkipLayerNormFusion"]
"""The fused kernel takes six times what it replaces: a sixth of a message's time."""


class OnnxEncoder:
    """Encoder over a folder of the model store, read when something is first encoded. Safe to share between threads.

    ``beside``: another one, whose tokenizer serves both when their files are the same, for each takes 300 MB.
    """

    def __init__(self, folder: Path, threads: int = 1, beside: "OnnxEncoder | None" = None) -> None:
        graph, tokenizer = folder / ONNX_FILE, folder / "tokenizer.json"
        if not (graph.is_file() and tokenizer.is_file()):
            raise WeightsMissing(f"{folder} holds no ONNX encoder; run: isac models fetch multilingual-e5-small")
        shared = beside if beside and filecmp.cmp(tokenizer, beside._read_with, shallow=False) else None
        self._read_with: Path = tokenizer
        self._tokenizer: Once[Tokenizer] = shared._tokenizer if shared else Once(partial(_tokenizer, tokenizer))
        self._session = Once(partial(_open_session, graph, threads))
        self._identity = f"{folder.name}/onnx/{_digest(folder, graph)[:16]}"

    def load(self) -> Self:
        """Read the files now, both at once: the graph needs no lock of Python's."""
        with ThreadPoolExecutor(1) as pool:
            opening = pool.submit(self._session)
            self._tokenizer()
            opening.result()
        return self

    @property
    def identity(self) -> str:
        """Folder name and digest of the graph."""
        return self._identity

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._session().get_outputs()[0].shape[-1])

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        """Shape (len(texts), dimensions), float32, unit length; text beyond 512 tokens is not read."""
        vectors = np.zeros((len(texts), self.dimensions), np.float32)
        prefixed, tokenizer = [f"{role}: {text}" for text in texts], self._tokenizer()
        if len(prefixed) == 1:
            return self._run([tokenizer.encode(prefixed[0])])
        encodings: list[Encoding] = tokenizer.encode_batch(prefixed) if prefixed else []
        # neighbours of like length: little of a batch is padding
        order = sorted(range(len(texts)), key=lambda position: len(encodings[position].ids))
        batches = _batches(order, [len(encoding.ids) for encoding in encodings])
        for batch, encoded in zip(
            batches, self._runs([[encodings[at] for at in batch] for batch in batches]), strict=True
        ):
            vectors[batch] = encoded
        return vectors

    def _runs(self, batches: Sequence[Sequence[Encoding]]) -> Iterable[Vectors]:
        """The cores to use: one while a citizen waits, all for the thousands of sentences a classifier learns."""
        if len(batches) <= _MANY:
            return map(self._run, batches)
        with ThreadPoolExecutor(os.cpu_count()) as pool:  # a few at a time: a process that ends waits for those begun
            few = (batches[start : start + _MANY] for start in range(0, len(batches), _MANY))
            return [vectors for some in few for vectors in pool.map(self._run, some)]

    def _run(self, encodings: Sequence[Encoding]) -> Vectors:
        length = max(len(encoding.ids) for encoding in encodings)
        ids = np.full((len(encodings), length), _PADDING, np.int64)
        mask: NDArray[np.int64] = np.zeros((len(encodings), length), np.int64)
        for row, encoding in enumerate(encodings):
            ids[row, : len(encoding.ids)] = encoding.ids
            mask[row, : len(encoding.ids)] = 1
        vectors: Vectors = self._session().run(None, {"input_ids": ids, "attention_mask": mask})[0]
        return vectors


def _tokenizer(path: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def _batches(order: Sequence[int], lengths: Sequence[int]) -> list[list[int]]:
    """Batches of one text, or of at most ``_TOKENS`` tokens, the longest text at most ``_UNLIKE`` times as long as the
    shortest. ``order``: from the shortest on.
    """
    batches: list[list[int]] = []
    for position in order:
        last, longest = batches[-1] if batches else [], lengths[position]
        alike = bool(last) and longest <= _UNLIKE * lengths[last[0]]
        if alike and longest * (len(last) + 1) <= _TOKENS:
            last.append(position)
        else:
            batches.append([position])
    return batches


def _open_session(graph: Path, threads: int) -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(
        graph, _options(threads), providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
    )


def _options(threads: int) -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # waiting threads would otherwise spin and take the cores of transcription and of the database
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return options


def _digest(folder: Path, graph: Path) -> str:
    manifest = read_manifest(folder)
    recorded = manifest.files.get(ONNX_FILE) if manifest else None
    return recorded.sha256 if recorded else sha256_of(graph)
