import base64
import json
from datetime import UTC, datetime

from tools.webhooks.signing import body_of, new_secret, signed
from tools.webhooks.webhook import WebhookMessage

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
SENT = datetime.fromtimestamp(1614265330, UTC)


def test_the_signature_is_that_of_the_standards_own_example() -> None:
    headers = signed([SECRET], "msg_p5jXN8AQM9LWM0D4loKWxJek", SENT, b'{"test": 2432232314}')
    assert headers == {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


def test_two_secrets_sign_side_by_side_the_newest_first() -> None:
    new = new_secret()
    both = signed([new, SECRET], "evt_1", SENT, b"{}")["webhook-signature"].split(" ")
    assert both == [signed([one], "evt_1", SENT, b"{}")["webhook-signature"] for one in (new, SECRET)]


def test_a_secret_has_256_bits_and_is_never_the_same() -> None:
    made = {new_secret() for _ in range(20)}
    assert len(made) == 20
    assert {len(base64.b64decode(one.removeprefix("whsec_"))) for one in made} == {32}


def test_a_body_says_what_when_and_about_whom_and_is_the_same_each_time() -> None:
    at = datetime(2026, 12, 2, 9, 30, 0, 250_000, UTC)
    message = WebhookMessage("evt_1", "appointment.booked", at, {"office": "Girona · CAISS"}, "ab12", attempts=1)
    assert json.loads(body_of(message)) == {
        "id": "evt_1",
        "kind": "appointment.booked",
        "at": "2026-12-02T09:30:00.250000Z",
        "version": 1,
        "citizen": "ab12",
        "data": {"office": "Girona · CAISS"},
    }
    assert body_of(message) == body_of(WebhookMessage("evt_1", message.kind, at, message.data, "ab12", attempts=7))
