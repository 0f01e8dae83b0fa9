"""The channels by which a person is attended at an appointment."""

from typing import Literal

Channel = Literal["in_person", "phone", "video"]
