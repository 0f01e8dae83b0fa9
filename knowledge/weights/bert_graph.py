"""Builds the ONNX graph of a packed BERT encoder: token ids and mask in, unit sentence vectors out.

Written node by node rather than exported: torch is then not needed to make it, the 4-bit embeddings stay 4-bit (exact,
a sixth of the memory) and the precision of every product is chosen by hand.

Every product is int8: activations with a scale per token, weights with a scale per output column. A scale per token
keeps the outliers of one token from coarsening the rest, and leaves a text's vector the same whatever is in its batch.
Weights stay within 63 steps of zero, not 127: the sum of two products then fits 16 bits, so that processors without
VNNI, which add pairs in 16 bits, compute the same numbers instead of cutting them off. Figures in
``knowledge/encoders/onnx.py``.
"""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from knowledge.weights.packed_e5 import BLOCK_SIZE, Packed, PackedModel

_MICROSOFT = "com.microsoft"
_OPSET, _IR = 21, 10
_STEPS, _WEIGHT_STEPS = 127, 63
"""Steps each side of zero: of an activation, of a weight."""


def write_graph(model: PackedModel, path: Path) -> None:
    """Inputs ``input_ids`` and ``attention_mask`` int64 (batch, length); output ``vector`` fp32 (batch, hidden)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(_Builder(model).build(), path)


def pack_nibbles(values: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Two neighbours per byte, the first in the low half: the order ONNX Runtime reads."""
    return (values[:, 0::2] | (values[:, 1::2] << 4)).astype(np.uint8)


class _Builder:
    """Collects nodes and constants; each method adds a piece of the network and returns its output's name."""

    def __init__(self, model: PackedModel) -> None:
        self._model = model
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []
        self._epsilon = float(np.float32(model.epsilon))

    def build(self) -> onnx.ModelProto:
        self._shared()
        hidden = self._embeddings()
        mask = self._op("Cast", ["attention_mask"], to=TensorProto.INT32)
        for layer in range(self._model.shape.layers):
            hidden = self._layer(f"l{layer}", hidden, mask)
        self._pool(hidden)
        ids = [
            helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"])
            for name in ("input_ids", "attention_mask")
        ]
        vector = helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["batch", self._model.shape.hidden])
        graph = helper.make_graph(self._nodes, "sentence_encoder", ids, [vector], self._constants)
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=_IR, producer_name="isac")

    def _op(self, kind: str, inputs: list[str], *, domain: str = "", **attributes: Any) -> str:
        output = f"{kind}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def _constant(self, name: str, values: NDArray[np.generic]) -> str:
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def _plain(self, name: str) -> str:
        return self._constant(name, self._model.plain(name))

    def _packed(self, name: str) -> Packed:
        tensor = self._model.tensors[name]
        if not isinstance(tensor, Packed):
            raise TypeError(f"{name} is not a 4-bit tensor")
        return tensor

    def _shared(self) -> None:
        """Constants that every layer uses; axes count from the end."""
        self._constant("tokens", np.array([-2], np.int64))
        self._constant("features", np.array([-1], np.int64))
        self._constant("step", np.array(1 / _STEPS, np.float32))
        self._constant("least", np.array(1e-9, np.float32))
        self._constant("middle", np.array(_STEPS + 1, np.uint8))

    def _embeddings(self) -> str:
        shape = self._model.shape
        words = self._packed("emb.word")
        signed = ((words.values - 8) & 15).astype(np.uint8)  # two's complement nibbles: int4 needs no zero point
        table = TensorProto(name="words", data_type=TensorProto.INT4, dims=[shape.vocabulary, shape.hidden])
        table.raw_data = pack_nibbles(signed).tobytes()
        self._constants.append(table)
        scales = self._constant("words.scales", words.scales.astype(np.float32).reshape(shape.vocabulary, -1))
        word = self._op(
            "GatherBlockQuantized",
            ["words", "input_ids", scales],
            domain=_MICROSOFT,
            gather_axis=0,
            quantize_axis=1,
            block_size=BLOCK_SIZE,
        )
        # every token is of the first type, so its vector is folded into the positions
        first_type = self._model.plain("emb.type").reshape(-1, shape.hidden)[0]
        table_of_positions = self._model.plain("emb.pos").reshape(-1, shape.hidden) + first_type
        self._constant("positions", table_of_positions)
        self._constant("zero", np.array([0], np.int64))
        length = self._op("Shape", ["input_ids"], start=1, end=2)
        position = self._op("Slice", ["positions", "zero", length])
        norm = [self._plain("emb.ln.w"), self._plain("emb.ln.b")]
        total = self._op("Add", [word, position])
        return self._op("LayerNormalization", [total, *norm], axis=-1, epsilon=self._epsilon)

    def _layer(self, layer: str, hidden: str, mask: str) -> str:
        names = [f"{layer}.{name}" for name in ("q", "k", "v")]
        projected = self._product(hidden, names)
        heads = [f"{layer}.{name}.out" for name in ("query", "key", "value")]
        self._nodes.append(helper.make_node("Split", [projected], heads, axis=-1, num_outputs=3))
        attention = [*heads, self._bias(names), mask]
        attended = self._op("MultiHeadAttention", attention, domain=_MICROSOFT, num_heads=self._model.shape.heads)
        hidden = self._add_and_norm(hidden, attended, f"{layer}.ao", f"{layer}.aln")
        inner = self._product(hidden, [f"{layer}.fi"])
        active = self._op("BiasGelu", [inner, self._bias([f"{layer}.fi"])], domain=_MICROSOFT)
        return self._add_and_norm(hidden, active, f"{layer}.fo", f"{layer}.oln")

    def _bias(self, names: list[str]) -> str:
        return self._constant(f"{names[0]}.b", np.concatenate([self._model.plain(f"{name}.b") for name in names]))

    def _product(self, inputs: str, names: list[str]) -> str:
        """The inputs times the tensors side by side, without their biases."""
        columns = sum(self._model.plain(f"{name}.b").size for name in names)
        weights = np.concatenate([self._model.plain(f"{name}.w") for name in names]).reshape(columns, -1)
        scales = np.abs(weights).max(axis=1) / _WEIGHT_STEPS
        rounded, largest = self._rounded(inputs)
        key = names[0]
        terms = [
            rounded,
            self._constant(f"{key}.w", np.rint(weights / scales[:, None]).astype(np.int8).T),
            "step",
            self._constant(f"{key}.scale", scales.astype(np.float32)),
            "middle",
            self._constant(f"{key}.zero", np.zeros(columns, np.int8)),
        ]
        return self._op("Mul", [self._op("MatMulIntegerToFloat", terms, domain=_MICROSOFT), largest])

    def _rounded(self, inputs: str) -> tuple[str, str]:
        """The inputs as whole steps around ``middle``, and the largest of each token, which is ``_STEPS`` steps."""
        largest = self._op("ReduceMax", [self._op("Abs", [inputs]), "features"], keepdims=1)
        largest = self._op("Max", [largest, "least"])
        return self._op("QuantizeLinear", [self._op("Div", [inputs, largest]), "step", "middle"]), largest

    def _add_and_norm(self, kept: str, inputs: str, product: str, norm: str) -> str:
        added = self._op("Add", [self._product(inputs, [product]), self._bias([product])])
        terms = [self._op("Add", [kept, added]), self._plain(f"{norm}.w"), self._plain(f"{norm}.b")]
        return self._op("LayerNormalization", terms, axis=-1, epsilon=self._epsilon)

    def _pool(self, hidden: str) -> None:
        """Mean over the tokens that are not padding, then unit length."""
        weights = self._op("Cast", ["attention_mask"], to=TensorProto.FLOAT)
        weights = self._op("Unsqueeze", [weights, "features"])
        total = self._op("ReduceSum", [self._op("Mul", [hidden, weights]), "tokens"], keepdims=0)
        count = self._op("ReduceSum", [weights, "tokens"], keepdims=0)
        mean = self._op("Div", [total, count])
        self._nodes.append(helper.make_node("LpNormalization", [mean], ["vector"], axis=-1, p=2))
