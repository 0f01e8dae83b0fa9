from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knowledge.added.add import AddReport, AddRequest, add_documents
from knowledge.added.allowed_hosts import AllowedHosts
from knowledge.added.document_store import load_added
from knowledge.added.web_reader import AGENT, FetchLimits, WebReader
from tests.knowledge.added.builders import pdf
from tests.knowledge.added.site import Reply, Site, running

SITES = ("seg-social.es", "seg-social.gob.es", "boe.es")

PAGE = "<html lang='es'><title>Ayuda</title><main><h1 id='a'>Ayuda</h1><p>Se paga cada mes.</p></main></html>"

Add = Callable[..., AddReport]


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with running() as site:
        yield site


@pytest.fixture
def add(tmp_path: Path) -> Add:
    def take_in(*named: str, limits: FetchLimits | None = None, hosts: AllowedHosts | None = None) -> AddReport:
        with WebReader(hosts or AllowedHosts(any_host=True), limits or FetchLimits()) as web:
            return add_documents(AddRequest(named), tmp_path / "store", web=web)

    return take_in


def problem(outcome: AddReport) -> str:
    (line,) = outcome.problems
    return line.detail


def test_a_page_is_taken_in_and_cited_at_its_address(site: Site, add: Add, tmp_path: Path) -> None:
    assert str(add(site.has("/ayuda", PAGE)).lines[0]) == f"{site.address}/ayuda: added, 1 passages in es"
    (rendered,) = load_added(tmp_path / "store")
    assert rendered.passages[0].source_url == f"{site.address}/ayuda#a"
    assert site.asked[-1][1]["User-Agent"] == AGENT


def test_a_paper_and_plain_text_are_taken_in(site: Site, add: Add) -> None:
    paper = site.has("/f", pdf("The form is free."), Content_Type="application/pdf")
    unsaid = site.has("/g", pdf("The form is short."), Content_Type="application/octet-stream")
    notes = site.has("/n.md", "# Note\n\nIt is free.", Content_Type="text/plain; charset=utf-8")
    assert add(paper, unsaid, notes).summary == "3 added"


def test_the_server_says_which_letters(site: Site, add: Add, tmp_path: Path) -> None:
    add(site.has("/p", "<p>Año</p>".encode("utf-16-le"), Content_Type="text/html; charset=utf-16-le"))
    assert load_added(tmp_path / "store")[0].document.text == "Año"


def test_a_page_that_did_not_change_is_not_sent_again(site: Site, add: Add, tmp_path: Path) -> None:
    address = site.has("/p", PAGE, ETag='"1"')
    add(address)
    assert add(address).summary == "1 unchanged"
    assert site.asked[-1][1]["If-None-Match"] == '"1"'
    site.has("/p", PAGE.replace("mes", "año"), ETag='"2"')
    assert add(address).summary == "1 replaced"
    assert "cada año" in load_added(tmp_path / "store")[0].document.text


def test_the_last_modified_date_is_sent_back(site: Site, add: Add) -> None:
    address = site.has("/p", PAGE, Last_Modified="Mon, 02 Nov 2026 10:00:00 GMT")
    add(address)
    assert add(address).summary == "1 unchanged"
    assert site.asked[-1][1]["If-Modified-Since"] == "Mon, 02 Nov 2026 10:00:00 GMT"


def test_a_redirected_page_is_cited_where_it_is(site: Site, add: Add, tmp_path: Path) -> None:
    site.has("/new", PAGE)
    add(site.answers("/old", 301, Location="/new"))
    assert load_added(tmp_path / "store")[0].passages[0].source_url == f"{site.address}/new#a"


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (404, "the site has no such page (404)"),
        (410, "the page was taken away (410)"),
        (403, "the site does not let us read it (403)"),
        (500, "the site is out of order (500); try later"),
        (503, "the site is out of order (503); try later"),
        (304, "the site answers 304"),
    ],
)
def test_an_error_page_is_no_document(site: Site, add: Add, tmp_path: Path, status: int, reason: str) -> None:
    assert problem(add(site.answers("/p", status))) == reason
    assert load_added(tmp_path / "store") == ()


def test_a_page_that_is_out_of_order_today_stays_as_it_was(site: Site, add: Add, tmp_path: Path) -> None:
    address = site.has("/p", PAGE)
    add(address)
    site.answers("/p", 503)
    assert add(address).failed
    assert len(load_added(tmp_path / "store")) == 1


def test_redirections_end(site: Site, add: Add) -> None:
    assert problem(add(site.answers("/loop", 302, Location="/loop"))) == "the site redirects more than 5 times"
    assert site.paths() == ["/loop"] * 6


def test_what_is_no_document_is_named(site: Site, add: Add) -> None:
    assert problem(add(site.has("/x", b"\x89PNG", Content_Type="image/png"))) == "it is not a document but image/png"
    assert problem(add(site.has("/y", b"\x00", Content_Type="application/octet-stream"))).startswith("it is not a doc")
    assert problem(add(site.has("/z", b"", Content_Type="text/html"))) == "it is empty"


def test_a_huge_document_is_let_go(site: Site, add: Add) -> None:
    site.replies["/p"] = Reply([b"x" * 1000] * 1000)
    reason = problem(add(site.address + "/p", limits=FetchLimits(size=5000)))
    assert reason == "it is larger than 0.005 MB"


def test_a_site_that_does_not_answer_is_let_go(site: Site, add: Add) -> None:
    site.replies["/p"] = Reply([], silent=True)
    reason = problem(add(site.address + "/p", limits=FetchLimits(seconds=0.3)))
    assert reason == "the site did not answer within 0.3 seconds"


def test_a_site_that_answers_drop_by_drop_is_let_go(site: Site, tmp_path: Path) -> None:
    site.replies["/p"] = Reply([b"x" * 100_000] * 20)
    hours = iter(range(0, 3600 * 100, 3600))
    with WebReader(AllowedHosts(any_host=True), clock=lambda: float(next(hours))) as web:
        outcome = add_documents(AddRequest([site.address + "/p"]), tmp_path / "store", web=web)
    assert problem(outcome) == "the site did not answer within 30 seconds"


def test_a_site_that_is_not_there(add: Add) -> None:
    with running() as gone:
        pass
    assert problem(add(gone.address + "/p")).startswith("the site cannot be reached: ")


def test_an_answer_that_breaks_off_is_not_taken_in_by_half(site: Site, add: Add, tmp_path: Path) -> None:
    address = site.has("/p", PAGE, Content_Length="9000")
    assert problem(add(address)).startswith("the site's answer cannot be read: ")
    assert load_added(tmp_path / "store") == ()


def test_robots_are_obeyed(site: Site, add: Add) -> None:
    site.has("/robots.txt", f"User-agent: *\nDisallow: /private\n\nUser-agent: {AGENT}\nDisallow: /mine\n")
    outcome = add(site.has("/mine/p", PAGE), site.has("/private/p", PAGE))
    assert problem(outcome) == "the site's robots.txt asks not to read it"
    assert site.paths() == ["/private/p"]
    assert [path for path, _ in site.asked].count("/robots.txt") == 1


def test_a_site_whose_robots_cannot_be_read_is_not_read(site: Site, add: Add) -> None:
    site.answers("/robots.txt", 500)
    assert problem(add(site.has("/p", PAGE))) == "the site is out of order (500); try later"
    assert site.paths() == []


def test_only_official_sites_are_read(site: Site, add: Add) -> None:
    reason = problem(add(site.has("/p", PAGE), hosts=AllowedHosts(SITES)))
    assert reason == "127.0.0.1 is not an official site; --any-host takes it all the same"
    assert problem(add("https://user@www.seg-social.es/", hosts=AllowedHosts(SITES))).startswith(
        "www.seg-social.es is not an off"
    )
    assert problem(add("https://", hosts=AllowedHosts(SITES))).startswith("this is no address of the web")
    assert site.asked == []


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:192.168.0.1", "fd00::1"])
def test_an_official_name_that_leads_inside_our_network_is_not_read(add: Add, inside: str) -> None:
    hosts = AllowedHosts(SITES, resolve=lambda host: ["8.8.8.8", inside])
    reason = problem(add("https://www.seg-social.es/", hosts=hosts))
    assert reason == f"www.seg-social.es is {inside}, inside a private network; it is not read"


def test_a_redirection_is_asked_about_too(site: Site, tmp_path: Path) -> None:
    class FirstOnly(AllowedHosts):
        def check(self, url: str) -> None:
            if not url.startswith(site.address):
                AllowedHosts(SITES).check(url)

    address = site.answers("/p", 302, Location="http://localhost/admin")
    with WebReader(FirstOnly()) as web:
        outcome = add_documents(AddRequest([address]), tmp_path / "store", web=web)
    assert problem(outcome).startswith("localhost is not an official site")
