"""Settings of retention."""

from pydantic import Field

from api.settings.group import SettingsGroup


class RetentionSettings(SettingsGroup):
    """How long personal data is kept."""

    token_minutes: int = Field(
        default=120,
        ge=1,
        le=1440,
        description="How many minutes after its last message a conversation is deleted; its token lives as long.",
    )
    gap_days: int = Field(
        default=180,
        ge=0,
        le=1095,
        description="How many days unanswered questions are kept, masked, for the authors of the content; 0: they are"
        " not kept.",
    )
    hand_off_days: int = Field(
        default=30,
        ge=1,
        le=1095,
        description="How many days a hand-off is kept after it was accepted, or created when nobody accepts it.",
    )
    contact_days: int = Field(
        default=90,
        ge=1,
        le=1825,
        description="How many days name, telephone and e-mail are kept after the appointment.",
    )
    timeline_days: int = Field(
        default=1095,
        ge=1,
        le=3650,
        description="How many days what each contact was about is kept on the citizen's timeline, imported ones too.",
    )
    call_audio_days: int = Field(
        default=30, ge=1, le=1825, description="How many days the audio of a call is kept, if it is kept at all."
    )
    call_days: int = Field(default=365, ge=1, le=3650, description="How many days the transcript of a call is kept.")
