"""Settings of booking."""

from pydantic import Field

from api.settings.group import SettingsGroup


class BookingSettings(SettingsGroup):
    """Which appointments are offered, and how many slots a person or an address may hold."""

    hold_minutes: int = Field(
        default=10, ge=1, le=60, description="How long a slot is held until the person confirms, in minutes."
    )
    holds_per_person: int = Field(
        default=2, ge=0, le=20, description="Maximum slots that one person may hold at the same time; 0: no limit."
    )
    holds_per_origin: int = Field(
        default=10,
        ge=0,
        le=10_000,
        description="Maximum slots that one address (IPv6: one /64) may hold at the same time; 0: no limit. This"
        " machine is not limited.",
    )
    holds_per_person_day: int = Field(
        default=10, ge=0, le=1_000, description="Maximum new holds of one person per day; 0: no limit."
    )
    holds_per_origin_day: int = Field(
        default=200, ge=0, le=100_000, description="Maximum new holds from one address per day; 0: no limit."
    )
    searches_per_minute: int = Field(
        default=30,
        ge=0,
        le=10_000,
        description="Maximum searches for free slots per minute from one address; 0: no limit.",
    )
    finds_per_minute: int = Field(
        default=6,
        ge=0,
        le=10_000,
        description="Maximum searches for appointments by document and contact, per minute, from one address; 0: no"
        " limit.",
    )
    finds_per_document_hour: int = Field(
        default=10,
        ge=0,
        le=10_000,
        description="Maximum searches for the appointments of one document per hour, from all addresses together; 0:"
        " no limit.",
    )
    release_seconds: int = Field(
        default=300,
        ge=0,
        le=3600,
        description="Maximum random delay, in seconds, before a released slot becomes visible again.",
    )
    offer_minutes: int = Field(
        default=60,
        ge=1,
        le=1440,
        description="How long a slot is reserved for the person it is offered to from the waiting list, in minutes.",
    )
    booking_window_days: int = Field(
        default=30, ge=1, le=180, description="How many days ahead appointments can be booked."
    )
    booking_lead_hours: int = Field(
        default=2, ge=0, le=168, description="Minimum time between booking and appointment, in hours."
    )
