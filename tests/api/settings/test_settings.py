"""Settings come from the environment, and a wrong one is named."""

from inspect import get_annotations

import pytest
from pydantic_settings import BaseSettings

from api.settings.settings import Settings, SettingsError, load_settings


def test_groups_are_small_and_each_setting_is_described() -> None:
    groups = [group for group in Settings.__mro__[1:] if issubclass(group, BaseSettings)]
    assert max(len(get_annotations(group)) for group in groups) <= 25
    assert all(field.description for field in Settings.model_fields.values())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ISAC_PORT", "eighty"),
        ("ISAC_PORT", "70000"),
        ("ISAC_SECRET_KEY", "short-secret"),
        ("ISAC_DATABASE_URL", "mysql://secret@host"),
        ("ISAC_LANGUAGE", "de"),
        ("ISAC_LOG_LEVEL", "LOUD"),
        ("ISAC_HOLD_MINUTES", "0"),
        ("ISAC_AUDIOHOOK_CLIENT", "a-secret-alone"),
        ("ISAC_AUDIOHOOK_CLIENT", "key:not base64"),
        ("ISAC_TRUSTED_PROXIES", "*"),
        ("ISAC_TRUSTED_PROXIES", "10.0.0.1/8"),
        ("ISAC_AUDIOSOCKET", "9019"),
        ("ISAC_AUDIOSOCKET", "127.0.0.1:99999"),
        ("ISAC_AUDIOSOCKET", "a:1,b:2,c:3"),
        ("ISAC_ICE_SERVERS", "turn:other:3478"),
        ("ISAC_ICE_SERVERS", '[{"urls": ["https://host"]}]'),
        ("ISAC_ICE_SERVERS", '[{"urls": []}]'),
        ("ISAC_ICE_SERVERS", '[{"urls": ["turn:host"], "password": "secret"}]'),
    ],
)
def test_a_wrong_value_is_named_but_not_shown(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=name) as caught:
        load_settings()
    assert value not in str(caught.value)


def test_secrets_do_not_show_in_the_representation() -> None:
    settings = Settings(_env_file=None, secret_key="s" * 40, database_url="postgresql://user:password@host/name")
    assert "ssss" not in repr(settings)
    assert "password" not in repr(settings)
