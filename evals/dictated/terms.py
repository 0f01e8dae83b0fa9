"""The terms of the administration that is served, as the transcriber of calls spells them."""

from api.settings.settings import load_settings
from knowledge.administration import load_administration
from speech.listening.terms import Terms


def load_terms() -> Terms:
    """Raises ContentError, SettingsError."""
    return Terms.load(load_administration(load_settings().administration))
