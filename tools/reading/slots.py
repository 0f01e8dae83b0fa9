"""The values found in a message, with the characters each was read from."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

SlotName = Literal[
    "date", "date_to", "time", "part_of_day", "postcode", "municipality", "province", "document", "document_invalid",
    "postcode_invalid", "date_past", "phone", "email", "name", "channel", "locator", "option",
    "date_or", "date_not", "date_but", "date_of", "time_from", "time_to", "time_not", "same_time", "when_unread",
    "channel_not", "town_again", "town_or",
    "passport", "number", "nuss", "nuss_invalid", "document_part", "document_repair", "move",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SlotValue:
    """A normalised value and the characters it was read from.

    Values: date, date_or and date_of, the day of the appointment that is moved to another, ISO;
    date_not ISO days with spaces between, date_but the same where any other day will do;
    time and time_to HH:MM, the second alone if open; time_from the first that will do: the time again, just after it
    ("later than ten"), or alone ("late in the morning"); time_not hours that will not do, with spaces between;
    same_time "same", the hour of the appointment spoken of; when_unread words of a day or an hour not understood;
    part_of_day morning|afternoon; province INE code; municipality official name; town_again the one that is spoken of
    already, town_or another that would do as well;
    document with its letter and no separators, or PASSPORT and the number of one; document_part what was said of one;
    document_repair up to three documents that it may have been, comma-separated, the likeliest first; nuss twelve
    digits; number in figures; phone E.164; channel in_person|phone|online|video, channel_not one that is refused;
    option "1", "2"…, "last", "middle", "any", "none" or "both"; move (what to look for instead)
    later|earlier|other_day|same_day|next_day|weekday_after|next_week|nearer|other_office.
    """

    value: str
    text: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """The day, the hour (HH:MM) and the town of the slot that is held or on offer.

    Who says them beside others tells what is wrong with them: "Lleida is far, in Zaragoza", "at 10:45 I get off the
    bus, at half past eleven". ``number``: that of a document, said without its letter or with a wrong one.
    """

    day: date | None = None
    hour: str | None = None
    town: str | None = None
    number: str = ""


NOTHING_SPOKEN_OF = SpokenOf()
