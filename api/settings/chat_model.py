"""Settings of the chat model."""

from pydantic import Field, HttpUrl, SecretStr, field_validator

from api.settings.group import SettingsGroup


class ChatModelSettings(SettingsGroup):
    """The chat model that words approved text, where there is one."""

    chat_model: HttpUrl | None = Field(
        default=None,
        description="OpenAI-compatible endpoint and model that word answers and suggestions, as"
        " `https://host/v1#model`; unset: no chat model, approved text is said as it stands.",
    )
    chat_model_translates: bool = Field(
        default=False,
        description="Whether the chat model also translates what a citizen and the agent who attends to them write to"
        " each other in different languages: then what citizens write, masked, is sent to it.",
    )
    chat_model_key: SecretStr | None = Field(default=None, description="Bearer token for the chat model.")
    chat_model_seconds: float = Field(
        default=3.0, gt=0, le=60, description="How long the chat model may take, in seconds, before the text stands."
    )
    chat_model_tokens_per_conversation: int = Field(
        default=20_000, ge=0, description="Maximum tokens that one conversation spends on the chat model per day."
    )
    chat_model_tokens_per_day: int = Field(
        default=2_000_000, ge=0, description="Maximum tokens that one process spends on the chat model per day."
    )

    @field_validator("chat_model")
    @classmethod
    def _names_a_model(cls, value: HttpUrl | None) -> HttpUrl | None:
        if value is not None and not value.fragment:
            raise ValueError("must name the model after a #")
        if value is not None and (value.username or value.password):
            raise ValueError("must have no password in it; use ISAC_CHAT_MODEL_KEY")
        return value
