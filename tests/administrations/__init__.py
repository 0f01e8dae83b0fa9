"""The administrations that tests work with: the one that comes with ISAC, and a small town hall beside this file."""

from pathlib import Path

from knowledge.administration import load_administration

SEGURIDAD_SOCIAL = load_administration("seguridad_social")
VILLA_EJEMPLO = Path(__file__).parent / "villa_ejemplo"
TOWN_TEXTS = Path(__file__).parent / "texts"
"""The ordinances of the town hall, in the form of collections of the gazette; one that it cites is not among them."""
