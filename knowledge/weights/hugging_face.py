"""Writes an encoder as an ordinary Hugging Face and sentence-transformers folder, without needing either."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file

from knowledge.weights.packed_e5 import PackedModel

MAX_TOKENS = 512

_LINEAR = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
_NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}
_SPECIAL = {
    "bos_token": "<s>",
    "eos_token": "</s>",
    "unk_token": "<unk>",
    "pad_token": "<pad>",
    "cls_token": "<s>",
    "sep_token": "</s>",
    "mask_token": "<mask>",
}
_MODULES = (
    ("", "sentence_transformers.models.Transformer"),
    ("1_Pooling", "sentence_transformers.models.Pooling"),
    ("2_Normalize", "sentence_transformers.models.Normalize"),
)


def write_folder(model: PackedModel, folder: Path) -> None:
    """Weights (fp32 safetensors) and configuration; ``tokenizer.json`` is the caller's."""
    weights = folder / "model.safetensors"
    save_file(_state(model), weights, metadata={"format": "pt"})
    weights.chmod(0o644)  # the writer makes it private to its user
    _write(folder / "config.json", _bert_config(model))
    _write(folder / "tokenizer_config.json", {**_SPECIAL, **_TOKENIZER})
    _write(folder / "special_tokens_map.json", _SPECIAL)
    _write(folder / "sentence_bert_config.json", {"max_seq_length": MAX_TOKENS, "do_lower_case": False})
    _write(folder / "modules.json", [_module(n, path, kind) for n, (path, kind) in enumerate(_MODULES)])
    _write(folder / "1_Pooling/config.json", {"word_embedding_dimension": model.shape.hidden, **_MEAN})
    (folder / "2_Normalize").mkdir()


_TOKENIZER = {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": MAX_TOKENS}
_MEAN = {"pooling_mode_cls_token": False, "pooling_mode_mean_tokens": True, "pooling_mode_max_tokens": False}


def _module(number: int, path: str, kind: str) -> dict[str, object]:
    return {"idx": number, "name": str(number), "path": path, "type": kind}


def _write(path: Path, content: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def _bert_config(model: PackedModel) -> dict[str, object]:
    shape = model.shape
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "dtype": "float32",
        "vocab_size": shape.vocabulary,
        "hidden_size": shape.hidden,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "intermediate_size": shape.inner,
        "max_position_embeddings": shape.positions,
        "type_vocab_size": shape.types,
        "hidden_act": "gelu",
        "layer_norm_eps": round(model.epsilon, 15),
        "pad_token_id": 1,
    }


def _state(model: PackedModel) -> dict[str, NDArray[np.float32]]:
    hidden = model.shape.hidden
    names = {"word_embeddings": "emb.word", "position_embeddings": "emb.pos", "token_type_embeddings": "emb.type"}
    state = {f"embeddings.{long}.weight": model.plain(short).reshape(-1, hidden) for long, short in names.items()}
    state |= _norm(model, "embeddings.LayerNorm", "emb.ln")
    for layer in range(model.shape.layers):
        prefix = f"encoder.layer.{layer}"
        for short, long in _LINEAR.items():
            bias = model.plain(f"l{layer}.{short}.b")
            state[f"{prefix}.{long}.weight"] = model.plain(f"l{layer}.{short}.w").reshape(len(bias), -1)
            state[f"{prefix}.{long}.bias"] = bias
        for short, long in _NORMS.items():
            state |= _norm(model, f"{prefix}.{long}", f"l{layer}.{short}")
    return state


def _norm(model: PackedModel, long: str, short: str) -> dict[str, NDArray[np.float32]]:
    return {f"{long}.weight": model.plain(f"{short}.w"), f"{long}.bias": model.plain(f"{short}.b")}
