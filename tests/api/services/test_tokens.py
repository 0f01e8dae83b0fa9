"""Tokens open one thing, for a while."""

from datetime import timedelta

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.problems.errors import BadToken, ExpiredToken, Forbidden
from api.services.tokens import Staff, Tokens
from tests.api.fakes import NOW
from tools.clock import fixed

TOKENS = Tokens(key=b"k" * 32, clock=fixed(NOW))


def test_a_token_opens_its_conversation_until_it_expires() -> None:
    token = TOKENS.for_conversation("c1")
    assert TOKENS.conversation(token) == "c1"
    almost = Tokens(key=TOKENS.key, clock=fixed(NOW + timedelta(hours=2, seconds=-1)))
    assert almost.conversation(token) == "c1"
    later = Tokens(key=TOKENS.key, clock=fixed(NOW + timedelta(hours=2)))
    with pytest.raises(ExpiredToken):
        later.conversation(token)


def test_roles() -> None:
    assert TOKENS.require_role(TOKENS.for_role("agent"), "agent") == "agent"
    assert TOKENS.require_role(TOKENS.for_role("admin"), "agent") == "admin"
    with pytest.raises(Forbidden):
        TOKENS.require_role(TOKENS.for_role("agent"), "admin")


def test_a_token_of_staff_says_whose_it_is() -> None:
    assert TOKENS.staff(TOKENS.for_role("agent", "agent-7"), "agent") == Staff("agent-7", "agent")
    assert TOKENS.staff(TOKENS.for_role("admin", "admin-1"), "agent") == Staff("admin-1", "admin")
    assert TOKENS.staff(TOKENS.for_role("agent"), "agent") == Staff("agent", "agent")
    nameless = jwt.encode({"sub": "agent", "kind": "role", "exp": 9_999_999_999}, TOKENS.key, algorithm="HS256")
    assert TOKENS.staff(nameless, "agent") == Staff("agent", "agent")
    with pytest.raises(Forbidden):
        TOKENS.staff(TOKENS.for_role("agent", "admin"), "admin")


def test_kinds_of_token_do_not_mix() -> None:
    with pytest.raises(Forbidden):
        TOKENS.require_role(TOKENS.for_conversation("admin"), "admin")
    with pytest.raises(Forbidden):
        TOKENS.conversation(TOKENS.for_role("admin"))


@pytest.mark.parametrize(
    "token",
    [
        jwt.encode({"sub": "c1", "kind": "conversation", "exp": 9_999_999_999}, b"x" * 32, algorithm="HS256"),
        jwt.encode({"sub": "c1", "kind": "conversation", "exp": 9_999_999_999}, None, algorithm="none"),
        jwt.encode({"sub": "c1", "kind": "conversation"}, TOKENS.key, algorithm="HS256"),
        jwt.encode({"sub": "c1", "kind": "conversation", "exp": "never"}, TOKENS.key, algorithm="HS256"),
    ],
    ids=["another key", "no signature", "no end", "end is not a number"],
)
def test_a_forged_token_opens_nothing(token: str) -> None:
    with pytest.raises(BadToken):
        TOKENS.conversation(token)


@given(st.text(max_size=200))
def test_no_text_is_a_token(text: str) -> None:
    with pytest.raises(BadToken):
        TOKENS.conversation(text)
