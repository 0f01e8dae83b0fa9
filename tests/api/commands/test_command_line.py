"""The commands as another program runs them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests import warm
from tests.administrations import VILLA_EJEMPLO
from tests.api.service import ROOT
from tests.shipped import with_models

pytestmark = pytest.mark.process


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_models(tmp_path_factory.mktemp("cli"))


def isac(data: Path, *arguments: str, given: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """As a process of its own."""
    with TemporaryDirectory() as folder:
        streams = [Path(folder) / name for name in ("given", "told", "complained")]
        streams[0].write_text(given, encoding="utf-8")
        program = warm.start(arguments, {"ISAC_DATA_DIR": str(data), **variables}, streams)
        code = program.wait()
        told, complained = (file.read_text(encoding="utf-8") for file in streams[1:])
    return subprocess.CompletedProcess(arguments, code, told, complained)


def cold_isac(data: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """As a shell starts it."""
    return subprocess.run(
        [sys.executable, "isac.py", *arguments], cwd=ROOT, input=given, capture_output=True, text=True, timeout=300,
        env={**os.environ, "ISAC_DATA_DIR": str(data)}, check=False,
    )  # fmt: skip


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_understand_answers_each_line_with_the_contract(data: Path) -> None:
    given = (
        '{"id": "a", "text": "Quero pedir cita en Lugo", "language": "gl"}\n{"id": "b"}\n{"id": "c", "text": "paro"}\n'
    )
    first, bad, last = lines(cold_isac(data, "understand", given=given))
    assert set(first) == {
        "id", "language", "language_confidence", "need", "entity", "action", "confidence", "alternatives", "labels",
        "slots", "out_of_scope",
    }  # fmt: skip
    assert (first["id"], first["language"], first["slots"]["municipality"]) == ("a", "gl", "Lugo")
    assert bad["id"] == "b"
    assert "text" in bad["error"]
    assert (last["id"], last["need"], last["entity"]) == ("c", "paro", "SEPE")


def test_suggest_answers_each_conversation_with_the_contract(data: Path) -> None:
    asked = [
        {"speaker": "agent", "text": "Seguridad Social, dígame."},
        {"speaker": "citizen", "text": "Hola, ¿qué documentos necesito para pedir la pensión de viudedad?"},
    ]
    thanked = [*asked, {"speaker": "agent", "text": "El DNI."}, {"speaker": "citizen", "text": "Muchas gracias."}]
    given = [{"id": 7, "turns": asked}, {"id": 8, "turns": []}, {"id": 9, "turns": thanked}]
    told, bad, quiet = lines(isac(data, "suggest", given="".join(json.dumps(one) + "\n" for one in given)))
    assert set(told) == {"id", "suggestions", "abstained", "alerts", "ask", "actions"}
    first = told["suggestions"][0]
    assert (told["id"], first["need"], first["aspect"], told["abstained"]) == (7, "viudedad", "documents", None)
    assert first["citations"][0]["id"]
    assert bad["error"].startswith('line 2: field "turns"')
    assert (quiet["suggestions"], quiet["abstained"]) == ([], "nothing_asked")


def test_summarize_answers_each_conversation_with_the_contract(data: Path) -> None:
    turns = [
        {"speaker": "citizen", "text": "Buenos días, quería saber qué documentos pide la pensión de viudedad."},
        {"speaker": "agent", "text": "El DNI y el certificado de defunción."},
    ]
    given = [{"id": "a", "turns": turns}, {"id": "b", "turns": [{"speaker": "citizen"}]}]
    told, bad = lines(isac(data, "summarize", given="".join(json.dumps(one) + "\n" for one in given)))
    assert set(told) == {"id", "language", "needs", "reason", "sentences", "entities", "disposition"}
    assert told["needs"][0] == "viudedad"
    assert all(sentence["turns"] for sentence in told["sentences"])
    assert bad["error"] == 'line 2: field "turns.0.text": Field required'


def test_search_over_a_corpus_of_the_callers(data: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    texts = {"boats": "Los barcos de pesca salen de noche", "bread": "El pan se hace con harina, agua y sal"}
    corpus.write_text("".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts.items()))
    given = '{"id": 1, "query": "receta de pan"}\n{"id": 2, "query": "cuándo sale la flota"}\n'
    found = lines(isac(data, "search", "--corpus", str(corpus), "--k", "1", given=given))
    assert [(line["id"], line["hits"][0]["id"]) for line in found] == [(1, "bread"), (2, "boats")]


def test_a_broken_corpus_names_its_line(data: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text('{"id": "a", "text": "uno"}\n{"id": "b"}\n')
    done = isac(data, "search", "x", "--corpus", str(corpus))
    assert done.returncode == 1
    assert ":2" in json.loads(done.stderr.splitlines()[-1])["detail"]


def test_models_are_listed_with_origin_and_licence(data: Path) -> None:
    (listed,) = lines(isac(data, "models", "list", "--json"))
    encoder = next(model for model in listed if model["name"] == "multilingual-e5-small")
    assert encoder["ready"]
    assert set(encoder) == {"name", "path", "origin", "licence", "ready"}


def test_a_missing_model_names_the_command_that_brings_it(tmp_path: Path) -> None:
    done = cold_isac(tmp_path, "understand", "hola")
    assert done.returncode == 1
    assert "isac models fetch" in done.stderr


def test_a_wrong_setting_names_the_variable(data: Path) -> None:
    done = isac(data, "understand", "x", ISAC_PORT="many")
    assert done.returncode == 1
    assert "ISAC_PORT" in json.loads(done.stderr)["detail"]


@pytest.mark.parametrize(
    "command", [("chat",), ("ask", "x"), ("understand", "x"), ("search", "x"), ("kb", "gaps"), ("suggest",)]
)
def test_a_language_that_is_not_served_is_refused_with_those_that_are(data: Path, command: tuple[str, ...]) -> None:
    done = isac(data, *command, "--language", "de")
    assert done.returncode == 2
    told = " ".join(done.stderr.replace("│", " ").split())
    assert "'de' is not served; use one of es, ca, gl, eu, en, fr" in told
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("bench", "--large"), 2, "isac bench search --large"),
        (("bench", "turns", "--servers", "2"), 2, "isac bench booking"),
        (("transcribe", "x.wav", "--stream", "--split"), 2, "without --stream"),
        (("models", "verify", "nothing"), 1, "multilingual-e5-small"),
        (("chat", "--script", "{folder}/binary"), 1, "not text in UTF-8"),
        (("chat", "--script", "{folder}/turns"), 1, "turns:2: not a text"),
        (("chat", "--script", "{folder}/null"), 1, "is not a text"),
        (("search", "x", "--corpus", "{folder}/binary"), 1, "not text in UTF-8"),
    ],
)
def test_a_bad_value_is_told_and_never_a_traceback(
    data: Path, tmp_path: Path, arguments: tuple[str, ...], status: int, told: str
) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "turns").write_text('hola\n{"txt": 1}\n')
    (tmp_path / "null").write_text('{"text": null}\n')
    done = isac(data, *(one.format(folder=tmp_path) for one in arguments))
    said = done.stdout + done.stderr
    assert done.returncode == status
    assert told in " ".join(said.replace("│", " ").split())
    assert "Traceback" not in said


def test_a_script_of_turns_is_played(data: Path, tmp_path: Path) -> None:
    script = tmp_path / "turns"
    script.write_text('¿A qué edad me puedo jubilar?\n{"text": "Quiero hablar con una persona"}\n')
    greeting, answer, person = lines(isac(data, "chat", "--language", "es", "--script", str(script), "--json"))
    assert greeting["messages"][0]["kind"] == "greeting"
    assert answer["messages"][0]["citations"]
    assert person["hand_off"]["reason"] == "asked"


def test_a_database_is_saved_and_brought_back(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "saved"
    assert isac(data, "db", "upgrade").returncode == 0
    assert isac(data, "db", "backup", str(file)).returncode == 0
    assert isac(data, "db", "restore", str(file), "--replace").returncode == 0
    broken = tmp_path / "broken"
    broken.write_bytes(b"not a dump")
    assert isac(data, "db", "restore", str(broken), "--replace").returncode == 1


def test_the_content_is_checked(data: Path) -> None:
    done = isac(data, "kb", "check", ISAC_ADMINISTRATION=str(VILLA_EJEMPLO))  # ours, by its function: test_content
    assert done.returncode == 0, done.stdout
    assert "0 errors" in done.stdout


def test_a_folder_of_documents_is_added_with_a_bar_and_a_summary(tmp_path: Path) -> None:
    folder = tmp_path / "crawl"
    folder.mkdir()
    (folder / "good.md").write_text("# Help\n\nThe office opens at nine.\n", "utf-8")
    (folder / "empty.html").write_text("", "utf-8")
    done = isac(tmp_path / "data", "kb", "add", str(folder))
    assert done.returncode == 1
    reason, summary = done.stdout.splitlines()
    assert reason.startswith(f"{folder / 'empty.html'}: not added: it is empty")
    assert summary == "1 added, 1 not added"
    assert "2/2" in done.stderr


def test_a_question_without_an_answer_is_found_by_the_authors(data: Path) -> None:
    lines(isac(data, "ask", "¿qué tiempo hará mañana? Mi DNI es 12345678Z", "--language", "es", "--json"))
    (theme,) = lines(isac(data, "kb", "gaps", "--since", "2020-01-01", "--language", "es", "--json"))
    assert (theme["times"], theme["languages"], theme["files"]) == (1, {"es": 1}, [])
    assert theme["title"] == "¿qué tiempo hará mañana? Mi DNI es [DOCUMENT]"
    assert lines(isac(data, "kb", "gaps", "--language", "eu", "--json")) == []


def test_an_address_that_is_not_official_is_not_read_and_no_site_is_claimed(tmp_path: Path) -> None:
    done = isac(tmp_path / "data", "kb", "add", "http://127.0.0.1:9/page")
    assert done.returncode == 1
    assert "127.0.0.1 is not an official site; --any-host takes it all the same" in done.stdout
    done = isac(tmp_path / "data", "kb", "add", str(tmp_path), "--site", "https://example.org")
    assert done.returncode == 1
    assert "example.org is not an official site" in done.stderr


def test_calculate_makes_a_sum_from_arguments_or_lines_without_any_model(data: Path) -> None:
    done = isac(data, "calculate", "sick_pay", "base=1650", "cause=common", "days=29", "--json")
    assert json.loads(done.stdout)["value"] == "932.25"
    told = isac(data, "calculate", "retirement_amount", "contributed=20y", "--language", "en")
    assert told.stdout == "base: What is your monthly regulatory base (base reguladora)?\n"
    given = '{"id": "a", "base": 1000}\n{"id": "b", "base": -1}\n'
    first, second = lines(isac(data, "calculate", "widows_pension", given=given))
    assert (first["id"], first["value"], second["id"]) == ("a", "520.00", "b")
    assert "base: negative" in second["error"]
    refused = isac(data, "calculate", "sick_pay", "base=-1")
    assert (refused.returncode, json.loads(refused.stderr)["error"]) == (1, "bad_sum_input")
