"""Wire models of the way in by the account of the organisation."""

from pydantic import BaseModel, Field

from api.login.attempts import DESK
from knowledge.languages import Language


class LoginWish(BaseModel):
    """Where somebody who logs in comes from."""

    back: str = Field(default=DESK, description="Path of the page to come back to.")
    language: Language | None = None
    renews: bool = Field(default=False, description="That page waits in another tab.")
    other: bool = Field(default=False, description="With another account than the one that is logged in there.")


class ProviderAnswer(BaseModel):
    """What the browser brings back from the provider."""

    state: str | None = None
    code: str | None = None
    error: str | None = None
