"""The encoder with trainable low-rank corrections in its upper layers, in torch."""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoTokenizer, BertModel

from knowledge.encoders.encoder import Vectors
from knowledge.weights.adapter import Adapter, Correction

TENSORS = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "intermediate.dense": "fi",
}
"""The matrices corrected, by their short names in the packed file. The last product of a layer keeps its 4 bits."""
_SCALE = 2.0
_LONGEST = 96
_BATCH = 64


class LowRank(nn.Module):
    """A frozen linear layer and its correction."""

    def __init__(self, linear: nn.Linear, rank: int) -> None:
        super().__init__()
        self.linear = linear.requires_grad_(False)
        self.down = nn.Parameter(torch.randn(rank, linear.in_features) / math.sqrt(linear.in_features))
        self.up = nn.Parameter(torch.zeros(linear.out_features, rank))

    def forward(self, inputs: Tensor) -> Tensor:
        """Shape (…, out)."""
        raised = functional.linear(functional.linear(inputs, self.down), self.up)
        corrected: Tensor = self.linear(inputs) + raised * _SCALE
        return corrected

    def correction(self) -> Correction:
        """Half-precision matrices as kept on disk."""
        return Correction(
            self.down.detach().numpy().astype(np.float16), (self.up.detach() * _SCALE).numpy().astype(np.float16)
        )


class Network(nn.Module):
    """Layers from ``first`` on are corrected; what the layers below make of each text is worked out once and kept."""

    def __init__(self, folder: Path, first: int, rank: int) -> None:
        super().__init__()
        self._tokenizer = AutoTokenizer.from_pretrained(str(folder))
        whole: Any = BertModel.from_pretrained(str(folder)).requires_grad_(False)
        whole.train(False)
        self._embeddings, self._below = whole.embeddings, whole.encoder.layer[:first]
        self.above: nn.ModuleList = whole.encoder.layer[first:]
        self._first = first
        for layer in self.above:
            for path in TENSORS:
                parent, _, name = path.rpartition(".")
                linear: Any = layer.get_submodule(path)
                setattr(layer.get_submodule(parent), name, LowRank(linear, rank))

    def trainable(self) -> Iterator[nn.Parameter]:
        """The corrections."""
        return (parameter for parameter in self.above.parameters() if parameter.requires_grad)

    @torch.no_grad()
    def go_on_from(self, adapter: Adapter) -> None:
        """Take over corrections of the same layers and rank. KeyError or RuntimeError (torch) if they are of others."""
        for name, corrected in self._corrected():
            kept = adapter[name]
            corrected.down.copy_(torch.from_numpy(kept.down.astype(np.float32)))
            corrected.up.copy_(torch.from_numpy(kept.up.astype(np.float32)) / _SCALE)

    @torch.no_grad()
    def prepare(self, texts: Sequence[str]) -> list[Tensor]:
        """For each text its hidden states below the first corrected layer: (tokens, hidden), half precision."""
        tokens = self._tokenizer([f"query: {text}" for text in texts], truncation=True, max_length=_LONGEST)[
            "input_ids"
        ]
        prepared: list[Tensor] = [torch.empty(0)] * len(texts)
        order = sorted(range(len(texts)), key=lambda row: len(tokens[row]))
        for start in range(0, len(order), _BATCH):
            rows = order[start : start + _BATCH]
            longest = len(tokens[rows[-1]])
            ids = torch.tensor([tokens[row] + [1] * (longest - len(tokens[row])) for row in rows])
            mask = torch.tensor([[1] * len(tokens[row]) + [0] * (longest - len(tokens[row])) for row in rows])
            with halves():
                hidden = _through(self._below, self._embeddings(input_ids=ids), mask)
            for row, states in zip(rows, hidden, strict=True):
                prepared[row] = states[: len(tokens[row])].half()
        return prepared

    def forward(self, prepared: Sequence[Tensor]) -> Tensor:
        """Unit vectors, shape (texts, hidden)."""
        longest = max(len(states) for states in prepared)
        hidden = torch.zeros(len(prepared), longest, prepared[0].shape[1])
        mask = torch.zeros(len(prepared), longest)
        for row, states in enumerate(prepared):
            hidden[row, : len(states)], mask[row, : len(states)] = states.float(), 1
        hidden = _through(self.above, hidden, mask)
        mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return functional.normalize(mean, dim=-1)

    @torch.no_grad()
    def vectors(self, prepared: Sequence[Tensor]) -> Vectors:
        """Without training, in batches of like length: shape (texts, hidden), float32."""
        self.train(False)
        order = sorted(range(len(prepared)), key=lambda row: len(prepared[row]))
        found = np.zeros((len(prepared), prepared[0].shape[1]), np.float32)
        for start in range(0, len(order), _BATCH):
            rows = order[start : start + _BATCH]
            with halves():
                found[rows] = self([prepared[row] for row in rows]).float().numpy()
        return found

    def adapter(self) -> Adapter:
        """The corrections by the names of the packed file."""
        return {name: corrected.correction() for name, corrected in self._corrected()}

    def _corrected(self) -> Iterator[tuple[str, LowRank]]:
        for number, layer in enumerate(self.above, start=self._first):
            for path, short in TENSORS.items():
                corrected: Any = layer.get_submodule(path)
                yield f"l{number}.{short}.w", corrected


def halves() -> torch.autocast:
    """Use bfloat16 where the processor supports it: 2.6 times as fast; elsewhere it is nine times slower."""
    fast = bool(torch.cpu.get_capabilities().get("avx512_bf16"))
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=fast)


def _through(layers: nn.ModuleList, hidden: Tensor, mask: Tensor) -> Tensor:
    hide = (1.0 - mask[:, None, None, :].float()) * torch.finfo(torch.float32).min
    for layer in layers:
        out = layer(hidden, hide)
        hidden = out[0] if isinstance(out, tuple) else out
    return hidden
