"""Options that several commands have. Heavy imports wait until their command runs."""

from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from knowledge.languages import Language, parse_language


def served(code: str | None) -> Language | None:
    """Check the language before anything is loaded. Raises BadParameter with the languages there are."""
    try:
        return None if code is None else parse_language(code)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def begin_early(on: datetime | None = None) -> Any:
    """Begin what takes long while the rest is imported; as at noon of a day, if one is given. Raises SettingsError."""
    from api.settings.settings import load_settings
    from api.wiring.early import start_early
    from tools.clock import Clock, fixed, system_clock

    clock: Clock = system_clock if on is None else fixed(on.replace(hour=12, tzinfo=UTC))
    return start_early(load_settings(), clock)


LanguageOption = Annotated[str | None, typer.Option(help="es, ca, gl, eu, en or fr.", callback=served)]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
OnOption = Annotated[datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="As on that day, YYYY-MM-DD.")]
