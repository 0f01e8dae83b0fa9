"""The appointment that benches and walks book: ``suites/bookable.yaml`` of the administration."""

from dataclasses import dataclass
from functools import cache

from evals.suite_files import load_suite_file


@dataclass(frozen=True, slots=True)
class Bookable:
    """A need, its service, and an office that has many desks for it."""

    need: str
    service: str
    office: str


@cache
def load_bookable() -> Bookable:
    """Raises SuiteError."""
    return Bookable(**load_suite_file("bookable.yaml"))
