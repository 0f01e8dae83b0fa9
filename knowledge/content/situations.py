"""The kinds of work and the territories that an administration's rules differ by."""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from knowledge.administration import Administration
from knowledge.languages import Language
from knowledge.yaml_errors import content_errors
from knowledge.yaml_files import read_yaml

_FILE = "understanding/conditions.yaml"

PhrasesByLanguage = Mapping[Language, Sequence[str]]


class Work(BaseModel):
    """A kind of work: ``words`` name it, in articles as well; ``says`` are whole phrases of people who do it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: PhrasesByLanguage
    says: PhrasesByLanguage = {}


class Territory(BaseModel):
    """Provinces, by INE code, with rules of their own, and the words that name them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    provinces: tuple[str, ...]
    words: PhrasesByLanguage


class Situations(BaseModel):
    """By key. Inside a phrase of ``not_work``, the words of a work do not count."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    work: Mapping[str, Work] = {}
    not_work: Sequence[str] = ()
    territories: Mapping[str, Territory] = {}


def load_situations(administration: Administration) -> Situations:
    """From ``understanding/conditions.yaml``; none where there is no such file. Raises ContentError with the line."""
    path = administration.folder / _FILE
    if not path.is_file():
        return Situations()
    file = read_yaml(path, _FILE)
    file.raise_first()
    try:
        return Situations.model_validate(file.value)
    except ValidationError as error:
        raise next(content_errors(error, TypeAdapter(Situations), file)) from error
