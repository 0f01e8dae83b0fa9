"""What is measured never reaches the deployment in whose shell it runs."""

from pathlib import Path

import pytest

from api.settings.settings import Settings, load_settings
from evals.apart import apart
from evals.bench.server import variables_of
from evals.stage import Stage, stage

DEPLOYED = {
    "ISAC_DATABASE_URL": "postgresql://db/isac",
    "ISAC_AGENDA_URL": "https://agenda.example",
    "ISAC_VIDEO_AGENDA_URL": "https://video.example",
    "ISAC_AGENDA_TOKEN": "token",
    "ISAC_SMTP_URL": "smtp://mail.example",
    "ISAC_AUDIOSOCKET": "127.0.0.1:9019",
    "ISAC_CHAT_MODEL": "https://model.example/v1#model",
    "ISAC_CHAT_MODEL_KEY": "key",
}


@pytest.fixture
def deployed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Settings:
    """Half of it from the environment, half from the file beside it."""
    monkeypatch.chdir(tmp_path)
    lines = [f"{name}={value}" for name, value in DEPLOYED.items()]
    (tmp_path / ".env").write_text("\n".join(lines), encoding="utf-8")
    for name in list(DEPLOYED)[::2]:
        monkeypatch.setenv(name, DEPLOYED[name])
    return load_settings()


def outside(settings: Settings) -> set[object]:
    return {getattr(settings, name.removeprefix("ISAC_").lower()) for name in DEPLOYED} - {None}


def test_a_service_that_is_measured_knows_nobody_outside(deployed: Settings, tmp_path: Path) -> None:
    assert len(outside(deployed)) == len(DEPLOYED)
    here = apart(deployed, "postgresql://temporary/isac", tmp_path / "own")
    assert outside(here) == {here.database_url}
    assert here.database_url is not None
    assert here.database_url.get_secret_value() == "postgresql://temporary/isac"
    assert here.data_dir == tmp_path / "own"


def test_nor_does_a_server_that_is_measured(
    deployed: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in variables_of(tmp_path / "own", deployed).items():
        monkeypatch.setenv(name, value)
    there = load_settings()
    assert outside(there) == set()
    assert there.data_dir == tmp_path / "own"


def test_suites_book_here_and_delete_no_sound_of_the_deployment(settings: Settings, here: Stage) -> None:
    sound = settings.data_dir / "calls" / "a-call" / "citizen.spool"
    sound.parent.mkdir(parents=True)
    sound.write_bytes(b"sound")
    deployed = settings.model_copy(update={"agenda_url": "http://127.0.0.1:1"})
    with stage(deployed, here.models) as built:
        assert built.services.settings.agenda_url is None
        built.portal.call(built.services.calls.tidy)
    assert sound.exists()
