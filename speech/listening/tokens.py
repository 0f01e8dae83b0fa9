"""Whisper's vocabulary: pieces to words and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from knowledge.languages import Language

_SPACE = "Ġ"
_PREVIOUS = "<|startofprev|>"


@dataclass(frozen=True, slots=True)
class WhisperTokens:
    """The vocabulary of one model."""

    vocabulary: Tokenizer

    @classmethod
    def load(cls, folder: Path) -> "WhisperTokens":
        """Load the vocabulary from the folder of a model."""
        return cls(Tokenizer.from_file(str(folder / "tokenizer.json")))

    def start(self, language: Language, *, before: Sequence[int] = ()) -> list[int]:
        """The pieces that a window is decoded after; ``before``: those of the words before it."""
        names = ("<|startoftranscript|>", f"<|{language}|>", "<|transcribe|>", "<|notimestamps|>")
        opening = [self._special(name) for name in names]
        return [self._special(_PREVIOUS), *before, *opening] if before else opening

    def split(self, pieces: Sequence[int]) -> list[tuple[int, ...]]:
        """Words: each begins with a piece that opens with a space; marks stay with the word they follow."""
        words: list[list[int]] = []
        for piece in pieces:
            if not words or (self.vocabulary.id_to_token(piece) or "").startswith(_SPACE):
                words.append([])
            words[-1].append(piece)
        return [tuple(word) for word in words]

    def pieces(self, text: str) -> tuple[int, ...]:
        """The pieces of a text; it begins with a space where a word begins."""
        return tuple(self.vocabulary.encode(text, add_special_tokens=False).ids)

    def words(self, pieces: Sequence[int]) -> list[str]:
        """The words that pieces spell."""
        return [self.text(word) for word in self.split(pieces)]

    def text(self, pieces: Sequence[int]) -> str:
        """The text that pieces spell, without spaces around it."""
        text: str = self.vocabulary.decode(list(pieces), skip_special_tokens=True)
        return text.strip()

    def _special(self, name: str) -> int:
        number: int | None = self.vocabulary.token_to_id(name)
        if number is None:
            raise ValueError(f"the model's vocabulary has no {name}")
        return number
