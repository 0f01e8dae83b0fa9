"""A vocabulary of whole words, so that a test says what is read."""

from collections.abc import Iterable

from tokenizers import Tokenizer, decoders, models

from speech.listening.tokens import WhisperTokens
from speech.listening.whisper import TokenTime, WhisperReading

SPECIALS = ["<|startofprev|>", "<|startoftranscript|>", "<|transcribe|>", "<|notimestamps|>"]
SPECIALS += [f"<|{language}|>" for language in ("es", "ca", "gl", "eu", "en", "fr")]


def vocabulary(words: Iterable[str], glued: Iterable[str] = ()) -> WhisperTokens:
    """Each word is one piece; marks are pieces of their own, and so is what is ``glued`` to the word before."""
    pieces = [*SPECIALS, *(f"Ġ{word}" for word in dict.fromkeys(words)), ".", ",", "?", *glued]
    tokenizer = Tokenizer(models.WordLevel({piece: number for number, piece in enumerate(pieces)}, unk_token="."))
    tokenizer.decoder = decoders.ByteLevel()
    return WhisperTokens(tokenizer)


def pieces_of(tokens: WhisperTokens, text: str) -> tuple[int, ...]:
    """``"hola que tal ."``: marks stand alone; ``"612 _34"``: no space before 34."""
    names = (word if word in (".", ",", "?") else word[1:] if word[0] == "_" else f"Ġ{word}" for word in text.split())
    numbers = (tokens.vocabulary.token_to_id(name) for name in names)
    return tuple(number for number in numbers if number is not None)


def reading(tokens: WhisperTokens, text: str, step: float = 0.3) -> tuple[WhisperReading, list[TokenTime]]:
    """Of words that follow one another every ``step`` seconds of the window."""
    pieces = pieces_of(tokens, text)
    times = [TokenTime(place * step, (place + 1) * step, 0.9) for place in range(len(pieces))]
    return WhisperReading(pieces, -0.2, 0.01), times
