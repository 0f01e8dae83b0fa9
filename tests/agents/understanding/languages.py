"""The detector as the service builds it, and the tables of messages."""

from functools import cache
from pathlib import Path

from agents.understanding.language.detector import LanguageDetector, build_detector
from agents.understanding.needs.need_examples import all_examples
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.utterances import load_utterances
from tests.administrations import SEGURIDAD_SOCIAL
from tests.yaml_files import read_yaml

ROOT = Path(__file__).parents[3]
TABLES = Path(__file__).parent / "tables" / "language"


@cache
def detector() -> LanguageDetector:
    """Made of the project's own sentences; kept where the service keeps it."""
    content = SEGURIDAD_SOCIAL
    catalogue = load_catalogue(content)
    examples = all_examples(SEGURIDAD_SOCIAL, catalogue, load_utterances(content, catalogue))
    return build_detector(
        SEGURIDAD_SOCIAL, [(one.language, one.text) for one in examples], ROOT / "var" / "understanding"
    )


def table(name: str) -> dict[str, list[str]]:
    """Messages by language or code, one a line."""
    content = read_yaml(TABLES / f"{name}.yaml")
    return {code: lines.splitlines() if isinstance(lines, str) else lines for code, lines in content.items()}
