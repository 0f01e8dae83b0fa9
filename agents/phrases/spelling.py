"""Approved lines in a variety of their language: word for word, where a word has a form of its own there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from agents.phrases.message import Message

_WORD = re.compile(r"https?://\S+|[\w.+-]+@\S+|[^\W\d_]+(?:·[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class VarietySpelling:
    """The form of the variety by that of the language, in lower case."""

    forms: Mapping[str, str]

    def of(self, text: str) -> str:
        """The text with those forms; addresses stay."""
        return _WORD.sub(lambda word: self._form(word.group()), text)

    def of_message(self, message: Message) -> Message:
        """The message and the lines that its sources stand behind; what they quote stays."""
        cited = (replace(one, told=tuple(map(self.of, one.told))) for one in message.citations)
        return replace(message, text=self.of(message.text), citations=tuple(cited))

    def _form(self, word: str) -> str:
        form = self.forms.get(word.casefold())
        if form is None:
            return word
        return form.upper() if word.isupper() else form[0].upper() + form[1:] if word[0].isupper() else form


def read_spelling(folder: Path) -> VarietySpelling:
    """From ``words.txt`` of the variety's folder, pairs ``word=form``; without it, as the language writes."""
    file = folder / "words.txt"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    pairs = (pair.partition("=") for line in lines if not line.startswith("#") for pair in line.split())
    return VarietySpelling({word: form for word, _, form in pairs})
