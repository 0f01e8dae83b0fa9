"""Wire models of insights."""

from datetime import date

from pydantic import BaseModel, Field

from agents.phrases.phrases import Phrases
from knowledge.content.fact_text import long_date
from knowledge.content.needs import Catalogue
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import Aspect
from tools.gaps.gaps import Why
from tools.gaps.themes import Theme, Themes


class ExampleOut(BaseModel):
    """A masked question and the number of times it was asked in exactly these words."""

    text: str
    language: Language
    times: int


class ThemeOut(BaseModel):
    """Questions about one thing."""

    title: str = Field(description="The need's name or, where none was understood, the most central question.")
    need: str | None
    aspect: Aspect | None
    aspect_title: str | None
    times: int
    languages: dict[Language, int]
    whys: dict[Why, int]
    first: date
    last: date
    first_text: str
    last_text: str
    examples: list[ExampleOut]
    files: list[str] = Field(description="Articles to write, in the repository; none where no need was understood.")

    @classmethod
    def of(cls, theme: Theme, catalogue: Catalogue, phrases: Phrases, language: Language) -> "ThemeOut":
        """On the wire; names are in ``language``."""
        need = catalogue.get(theme.need) if theme.need else None
        return cls(
            title=need.names[language] if need else theme.need or theme.examples[0].text,
            need=theme.need,
            aspect=theme.aspect,
            aspect_title=phrases.say(language, f"aspect-{theme.aspect}") if theme.aspect else None,
            times=theme.times,
            languages=dict(theme.languages),
            whys=dict(theme.whys),
            first=theme.first,
            last=theme.last,
            first_text=long_date(theme.first, language),
            last_text=long_date(theme.last, language),
            examples=[ExampleOut(text=one.text, language=one.language, times=one.times) for one in theme.examples],
            files=_files(theme, phrases.administration.place),
        )


def _files(theme: Theme, place: str) -> list[str]:
    """Articles of the need in the languages it was asked about in."""
    if theme.need is None:
        return []
    return [f"{place}/articles/{theme.need}/{code}.md" for code in LANGUAGES if code in theme.languages]


class GapsOut(BaseModel):
    """The most asked first."""

    themes: list[ThemeOut]
    more: int = Field(description="Themes beyond the limit.")
    left_out: int = Field(description="Questions in no theme: there were too many different ones to compare.")

    @classmethod
    def of(cls, found: Themes, limit: int, catalogue: Catalogue, phrases: Phrases, language: Language) -> "GapsOut":
        """On the wire."""
        return cls(
            themes=[ThemeOut.of(theme, catalogue, phrases, language) for theme in found.themes[:limit]],
            more=max(0, len(found.themes) - limit),
            left_out=found.left_out,
        )
