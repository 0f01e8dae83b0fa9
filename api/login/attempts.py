"""One attempt to log in, from the click to the answer of the provider."""

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from knowledge.languages import LANGUAGES, Language
from tools.ids import IdSource

DESK = "/agente"
_PAGE = re.compile(r"(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+", re.ASCII)


def page_of_ours(back: str | None) -> str:
    """The page to go back to: one of this service, by its path alone; the desk for anything else."""
    return back if back and len(back) <= 200 and _PAGE.fullmatch(back) else DESK


@dataclass(frozen=True, slots=True)
class Attempt:
    """What its browser keeps, signed, and nobody else has.

    ``renews``: a page waits in another tab, with all that is written there.
    """

    state: str
    nonce: str
    verifier: str
    back: str
    language: Language
    renews: bool = False

    @classmethod
    def new(cls, ids: IdSource, back: str | None, language: Language, *, renews: bool = False) -> Self:
        """With secrets of its own."""
        verifier = ids.token() + ids.token()  # at least 43 signs
        return cls(ids.token(), ids.token(), verifier, page_of_ours(back), language, renews)

    @classmethod
    def of(cls, claims: Mapping[str, Any]) -> Self:
        """As it was signed."""
        language: Language = next(code for code in LANGUAGES if code == claims["language"])
        state, nonce, verifier, back = (str(claims[name]) for name in ("state", "nonce", "verifier", "back"))
        return cls(state, nonce, verifier, back, language, bool(claims["renews"]))

    def claims(self) -> dict[str, Any]:
        """To be signed."""
        return asdict(self)

    @property
    def challenge(self) -> str:
        """What the provider is told of the verifier (PKCE, S256)."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
