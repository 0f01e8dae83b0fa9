"""The BOE's open data service of consolidated legislation."""

from dataclasses import dataclass

import httpx

from knowledge.errors import ContentError
from knowledge.law.boe_form import NormStamp, read_norm, read_stamp
from knowledge.law.norm import NormText

LARGEST = 100_000_000
"""Bytes of an answer; the largest norm has some 10 million."""
_SECONDS = 60.0


class NormNotThere(ContentError):
    """The service has no such norm."""


@dataclass(frozen=True, slots=True)
class BoeService:
    """Norms as the service has them. ``client`` is given, so that nothing here opens a connection of its own.

    ``address``: that of consolidated norms; an id and the part that is asked for follow.
    """

    client: httpx.Client
    address: str

    def stamp(self, norm: str) -> NormStamp:
        """What the service says of the norm without its text. Raises ContentError."""
        return read_stamp(self._get(norm, "metadatos"), norm)

    def norm(self, stamp: NormStamp) -> NormText:
        """The norm with all wordings of its articles. Raises ContentError."""
        return read_norm(self._get(stamp.id, "texto"), stamp)

    def _get(self, norm: str, part: str) -> bytes:
        try:
            answer = self.client.get(
                f"{self.address}/{norm}/{part}", headers={"Accept": "application/xml"}, timeout=_SECONDS
            )
        except httpx.TimeoutException as error:
            raise ContentError(norm, None, f"the service did not answer within {_SECONDS:g} seconds") from error
        except httpx.HTTPError as error:
            raise ContentError(norm, None, f"the service cannot be reached: {error}") from error
        if answer.status_code == httpx.codes.NOT_FOUND:
            raise NormNotThere(norm, None, "the service has no such norm (404)")
        if answer.status_code != httpx.codes.OK:
            raise ContentError(norm, None, f"the service is out of order ({answer.status_code}); try later")
        if len(answer.content) > LARGEST:
            raise ContentError(norm, None, f"the answer is larger than {LARGEST:,} bytes")
        return answer.content
