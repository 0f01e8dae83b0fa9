"""Which needs of the administration are one matter."""

import pytest

from api.wiring.citizens import are_related
from tests import shipped


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        ("jubilacion_ordinaria", "simulador_jubilacion", True),
        ("viudedad", "jubilacion_ordinaria", False),
        ("viudedad", "unknown", False),
    ],
)
def test_needs_of_one_group_that_are_taken_for_each_other_are_one_matter(one: str, other: str, related: bool) -> None:
    catalogue = shipped.knowledge_base().catalogue
    assert are_related(catalogue, one, other) == are_related(catalogue, other, one) == related
