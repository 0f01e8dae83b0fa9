"""The lines that the guide for integrators gives to receivers."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tools.webhooks.signing import body_of, new_secret, signed
from tools.webhooks.webhook import KINDS, WebhookMessage

GUIDE = (Path(__file__).parents[3] / "docs" / "integrators.md").read_text(encoding="utf-8")
NOW = datetime(2026, 12, 2, 9, tzinfo=UTC)
OLD, NEW = new_secret(), new_secret()
BODY = body_of(WebhookMessage("evt_1", "appointment.booked", NOW, {"office": "Girona"}, "ab12"))
HEADERS = signed((NEW, OLD), "evt_1", NOW, BODY)

Verify = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def verified() -> Verify:
    (code,) = [block for block in re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL) if "webhook-signature" in block]
    names: dict[str, Any] = {}
    exec(code, names)
    found: Verify = names["verified"]
    return found


@pytest.mark.parametrize("secret", [NEW, OLD])
@pytest.mark.parametrize("late", [-299, 0, 299])
def test_what_the_service_signs_is_genuine_with_either_secret(verified: Verify, secret: str, late: int) -> None:
    def now() -> float:
        return (NOW + timedelta(seconds=late)).timestamp()

    assert verified(secret, HEADERS, BODY, now) == json.loads(BODY)


@pytest.mark.parametrize(
    ("secret", "headers", "body", "late"),
    [
        (new_secret(), HEADERS, BODY, 0),
        (NEW, HEADERS, BODY.replace(b"booked", b"cancelled"), 0),
        (NEW, HEADERS | {"webhook-id": "evt_2"}, BODY, 0),
        (NEW, HEADERS | {"webhook-timestamp": str(int(NOW.timestamp()) + 400)}, BODY, 400),
        (NEW, HEADERS | {"webhook-signature": "v1,"}, BODY, 0),
        (NEW, HEADERS | {"webhook-signature": ""}, BODY, 0),
        (NEW, HEADERS | {"webhook-signature": "v1,ñandú v2,x"}, BODY, 0),
        (NEW, HEADERS, BODY, 301),
        (NEW, HEADERS, BODY, -301),
    ],
)
def test_a_forged_or_repeated_event_is_refused(
    verified: Verify, secret: str, headers: dict[str, str], body: bytes, late: int
) -> None:
    with pytest.raises(ValueError, match="forged or old"):
        verified(secret, headers, body, lambda: (NOW + timedelta(seconds=late)).timestamp())


def test_the_guide_names_every_kind() -> None:
    section = GUIDE[GUIDE.index("## Webhooks") :].split("\n## ")[0]
    for kind in KINDS:
        group, what = kind.split(".")
        assert f"`{kind}`" in section or (f"`{group}." in section and f"`.{what}`" in section)
