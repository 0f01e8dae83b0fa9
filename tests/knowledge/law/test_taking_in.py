"""Norms come in all or none; what is cut short, unknown or away is named; what changed is told with whom it touches."""

from collections.abc import Callable
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import httpx
import pytest

from knowledge.law.boe_service import BoeService
from knowledge.law.sealing import seal
from knowledge.law.store import LawStore
from knowledge.law.taking_in import LawDesk, TakeIn
from tests.knowledge.law.conftest import NOW, content_of
from tests.law_example import (
    ADDRESS,
    BLOCKS,
    MARKDOWN,
    METADATA,
    NORM_ID,
    REGISTER,
    URL,
    VERSION,
    answer,
    paragraphs_of,
    write_markdown,
)

Make = Callable[[], LawDesk]
LATER = "2026-10-01"


def newer(*changes: tuple[str, str]) -> str:
    """The norm as it was changed on ``LATER``."""
    text = MARKDOWN.replace(str(VERSION), LATER)
    for words, others in changes:
        assert words in text, words
        text = text.replace(words, others)
    return text


def refused(taken: TakeIn) -> str:
    assert not taken.norms
    return "\n".join(str(one) for one in taken.refused)


def test_a_folder_comes_in_and_is_there_for_another_process(desk: Make, tmp_path: Path) -> None:
    write_markdown(tmp_path / "texts")
    [taken] = desk().add([tmp_path / "texts"]).norms
    assert (taken.state, taken.version, taken.replaces) == ("taken in", VERSION, None)
    norm = LawStore(tmp_path / "data" / "law").newest(NORM_ID)
    assert norm is not None
    assert paragraphs_of(norm)["dt2"] == {"p1": "La pensión se solicita por teléfono o en una oficina."}


def test_the_same_text_again_changes_nothing(desk: Make, store: LawStore, tmp_path: Path) -> None:
    file = write_markdown(tmp_path / "texts")
    desk().add([file])
    [again] = desk().add([file]).norms
    assert again.state == "unchanged"
    assert len(store.versions(NORM_ID)) == 1


def test_one_that_is_cut_short_keeps_all_others_out(
    cited_tree: Path, desk: Make, store: LawStore, tmp_path: Path
) -> None:
    (cited_tree / "norms.yaml").write_text(
        REGISTER + REGISTER.replace("example:", "other:").replace("2020-1", "2020-2")
    )
    write_markdown(tmp_path / "texts", MARKDOWN[:900].rstrip("\n"))
    write_markdown(tmp_path / "texts", MARKDOWN.replace("2020-1", "2020-2"), "BOE-A-2020-2")
    assert f"{NORM_ID}.md:" in refused(desk().add([tmp_path / "texts"]))
    assert store.norms() == ()


def test_a_norm_that_nobody_registered_is_refused(desk: Make, store: LawStore, tmp_path: Path) -> None:
    write_markdown(tmp_path / "texts", MARKDOWN.replace("2020-1", "2020-9"), "BOE-A-2020-9")
    assert "BOE-A-2020-9 is not in the register" in refused(desk().add([tmp_path / "texts"]))
    assert store.norms() == ()


def test_a_folder_without_norms_and_a_norm_named_twice_are_refused(desk: Make, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "there is no norm in it" in refused(desk().add([tmp_path / "empty"]))
    assert "there is no norm in it" in refused(desk().add([tmp_path / "nowhere"]))
    write_markdown(tmp_path / "texts")
    write_markdown(tmp_path / "texts", MARKDOWN, "copy")
    assert "is in another file too" in refused(desk().add([tmp_path / "texts"]))


def test_a_file_other_than_its_list_says_is_refused(desk: Make, tmp_path: Path) -> None:
    file = write_markdown(tmp_path / "texts")
    listed = "| id | title | digest |\n| --- | --- | --- |\n| {} | Ley | {} |\n"
    digest = sha256(file.read_bytes()).hexdigest()[:12]
    (tmp_path / "texts" / "README.md").write_text(listed.format(NORM_ID, digest[::-1]))
    assert "not the file that README.md lists" in refused(desk().add([tmp_path / "texts"]))
    (tmp_path / "texts" / "README.md").write_text(listed.format(NORM_ID, digest))
    assert desk().add([tmp_path / "texts"]).norms


def test_the_same_version_with_fewer_articles_is_cut_short(desk: Make, tmp_path: Path) -> None:
    desk().add([write_markdown(tmp_path / "texts")])
    shorter = MARKDOWN[: MARKDOWN.index("### Artículo 2 bis.")]
    told = refused(desk().add([write_markdown(tmp_path / "texts", shorter)]))
    assert "cut short: it lacks 2 articles that it had (a2bis, dt2)" in told


def test_the_service_takes_over_from_a_file_where_it_has_what_we_name(desk: Make, tmp_path: Path) -> None:
    more = MARKDOWN.replace(
        "## DISPOSICIONES", "### Artículo 9. Otro.\n\nQue el servicio no tiene.\n\n## DISPOSICIONES"
    )
    desk().add([write_markdown(tmp_path / "texts", more)])
    [taken] = desk().fetch(["example"], boe(BLOCKS)).norms
    assert (taken.state, taken.replaces) == ("taken in", VERSION)
    assert [(one.key, one.kind) for one in taken.changes] == [("a9", "gone")]


def test_a_later_version_must_still_have_the_articles_that_our_lines_name(desk: Make, tmp_path: Path) -> None:
    desk().add([write_markdown(tmp_path / "texts")])
    shorter = newer()[: newer().index("## DISPOSICIONES")]
    assert "lacks 1 articles that it had (dt2)" in refused(desk().add([write_markdown(tmp_path / "texts", shorter)]))


def test_a_change_is_told_with_the_lines_it_touches(
    cited_tree: Path, desk: Make, store: LawStore, tmp_path: Path, day: date
) -> None:
    desk().add([write_markdown(tmp_path / "texts")])
    content = content_of(cited_tree)
    seal(cited_tree, content.references, content.lines, store, day)
    changed = newer(
        ("y diez meses, o", "y once meses, o"),
        ("La pensión máxima es", "Se actualizará cada año.\n\nLa pensión máxima es"),
        ("1.º Un año, a quien trabajó de noche.\n\n", ""),
    )
    [taken] = desk().add([write_markdown(tmp_path / "texts", changed)]).norms
    assert (taken.state, taken.replaces) == ("taken in", VERSION)
    assert [(one.key, one.kind) for one in taken.changes] == [("a2", "changed"), ("a2bis", "changed")]
    touched = {one.subject: (one.state, one.elsewhere, one.file) for one in taken.touched}
    file = "references/needs/pension.yaml"
    assert touched == {
        "pension/requirements.1": ("changed", "", file),
        "pension/requirements.2": ("moved", "a2bis p2", file),
    }
    assert [one.version for one in store.versions(NORM_ID)] == [VERSION, date.fromisoformat(LATER)]


def test_an_earlier_version_is_kept_and_the_newest_still_speaks(desk: Make, store: LawStore, tmp_path: Path) -> None:
    desk().add([write_markdown(tmp_path / "texts", newer())])
    [taken] = desk().add([write_markdown(tmp_path / "texts")]).norms
    assert taken.state == "taken in as an earlier version"
    newest = store.newest(NORM_ID)
    assert newest is not None
    assert newest.version == date.fromisoformat(LATER)


def test_a_change_that_is_still_to_come_is_told_with_its_day(desk: Make) -> None:
    desk().fetch(["example"], boe(BLOCKS))
    future = '<version id_norma="BOE-A-2026-7" fecha_publicacion="20261001" fecha_vigencia="20270101">'
    coming = f'{future}<p class="articulo">Artículo 1. Objeto.</p><p>Nada.</p></version></bloque><bloque id="a2"'
    [taken] = desk().fetch(["example"], boe(BLOCKS.replace('</bloque><bloque id="a2"', coming))).norms
    assert [(one.key, one.kind, one.from_day) for one in taken.changes] == [("a1", "will_change", date(2027, 1, 1))]


def boe(blocks: str, stamp: str = "") -> BoeService:
    """The service with one norm; without a stamp, one that changes with the text."""
    stamp = stamp or sha256(blocks.encode()).hexdigest()

    def handle(request: httpx.Request) -> httpx.Response:
        metadata = METADATA.replace("20260201T090000Z", stamp)
        return httpx.Response(200, content=metadata if request.url.path.endswith("metadatos") else answer(blocks))

    return BoeService(httpx.Client(transport=httpx.MockTransport(handle)), ADDRESS)


def test_a_fetched_norm_is_asked_for_again_only_when_its_stamp_changes(desk: Make, store: LawStore) -> None:
    [first] = desk().fetch([NORM_ID], boe(BLOCKS, "one")).norms
    assert first.state == "taken in"
    [same] = desk().fetch(["example"], boe("", "one")).norms  # the text that it would send is empty
    assert same.state == "unchanged"
    assert "no articles" in refused(desk().fetch(["example"], boe("<bloque/>", "two")))
    assert len(store.versions(NORM_ID)) == 1


def test_what_the_register_does_not_have_is_not_asked_for(desk: Make) -> None:
    assert "unheard_of:1: no such norm in the register" in refused(desk().fetch(["unheard_of", "example"], boe(BLOCKS)))


def test_of_the_whole_register_what_the_service_lacks_is_told_and_the_rest_comes_in(
    cited_tree: Path, desk: Make, store: LawStore
) -> None:
    other = REGISTER.replace("example:", "other:").replace("2020-1", "2020-2")
    judged = f'sts: {{id: STS-1, title: STS 1, url: "{URL}", dated: 2025-06-25, effect: de todos}}\n'
    (cited_tree / "norms.yaml").write_text(REGISTER + other + judged)

    def handle(request: httpx.Request) -> httpx.Response:
        if "2020-2" in request.url.path:
            return httpx.Response(404)
        return httpx.Response(200, content=METADATA if request.url.path.endswith("metadatos") else answer())

    service = BoeService(httpx.Client(transport=httpx.MockTransport(handle)), ADDRESS)
    taken = desk().fetch([], service)
    assert ([one.id for one in taken.norms], taken.absent) == ([NORM_ID], ("BOE-A-2020-2",))
    assert store.norms() == (NORM_ID,)
    assert "no such norm (404)" in refused(desk().fetch(["other"], service))


def test_a_service_that_is_away_leaves_what_is_held(desk: Make, store: LawStore) -> None:
    desk().fetch(["example"], boe(BLOCKS, "one"))
    away = BoeService(httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(502))), ADDRESS)
    assert "out of order (502)" in refused(desk().fetch(["example"], away))
    assert store.newest(NORM_ID) is not None


def test_a_damaged_file_is_named_and_mended_by_taking_the_norm_in_again(
    desk: Make, tmp_path: Path, cited_tree: Path
) -> None:
    file = write_markdown(tmp_path / "texts")
    desk().add([file])
    fresh = LawStore(tmp_path / "data" / "law")
    [held] = fresh.versions(NORM_ID)
    held.file.write_bytes(held.file.read_bytes()[:100])
    with pytest.raises(Exception, match="damaged"):
        fresh.newest(NORM_ID)
    later = LawDesk(fresh, desk().norms, (), NOW + timedelta(days=1))
    [taken] = later.add([file]).norms
    assert taken.state == "taken in"
    mended = LawStore(tmp_path / "data" / "law").newest(NORM_ID)
    assert mended is not None


def test_what_was_being_written_when_the_machine_stopped_is_no_norm(
    desk: Make, store: LawStore, tmp_path: Path
) -> None:
    (tmp_path / "data" / "law" / NORM_ID).mkdir(parents=True)
    (tmp_path / "data" / "law" / NORM_ID / f"{VERSION}_x_y.json.part").write_text("{")
    assert store.newest(NORM_ID) is None
    assert desk().add([write_markdown(tmp_path / "texts")]).norms
    assert store.newest(NORM_ID) is not None


def test_nothing_is_held_without_a_folder() -> None:
    assert LawStore(None).newest(NORM_ID) is None
    assert LawStore(None).norms() == ()
