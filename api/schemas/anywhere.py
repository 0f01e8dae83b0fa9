"""Wire models of the soonest appointments in several offices."""

from typing import Literal

from pydantic import BaseModel, Field

from api.schemas.appointments import OfficeOut, SlotOut
from knowledge.channels import Channel
from knowledge.languages import Language
from tools.appointments.office_search import OfficeQuery, OfficeSlot
from tools.offices.distances import Gazetteer

MeasuredFrom = Literal["municipality", "province_capital"]


class SoonestOut(BaseModel):
    """The first free moment of one office."""

    office: OfficeOut
    slot: SlotOut
    km: float | None = Field(description="In a straight line, to the kilometre; the way by road is longer.")

    @classmethod
    def of(cls, found: OfficeSlot, language: Language) -> "SoonestOut":
        """On the wire."""
        km = None if found.km is None else float(round(found.km))
        return cls(office=OfficeOut.of(found.office, language), slot=SlotOut.of(found.slot), km=km)


class WhereverOut(BaseModel):
    """Offices by their first free moment, then by distance; an empty list is an ordinary answer."""

    service: str
    channel: Channel
    distance: Literal["straight_line"] = "straight_line"
    measured_from: MeasuredFrom | None = Field(
        description="The municipality asked for, or the capital of its province where its own position is not known; "
        "null when no place was given."
    )
    soonest: list[SoonestOut]

    @classmethod
    def of(cls, query: OfficeQuery, gazetteer: Gazetteer, found: list[OfficeSlot], language: Language) -> "WhereverOut":
        """On the wire."""
        exact = None if query.near is None else gazetteer.origin(query.near).exact
        return cls(
            service=query.service,
            channel=query.channel,
            measured_from=None if exact is None else "municipality" if exact else "province_capital",
            soonest=[SoonestOut.of(one, language) for one in found],
        )
