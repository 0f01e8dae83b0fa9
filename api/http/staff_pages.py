"""Pages of the staff: a template, its words in a language, and the parts that all of them share."""

from collections.abc import Mapping, Sequence
from html import escape

from starlette.responses import HTMLResponse

from api.http.page_words import page_words
from api.http.static_files import page_template
from api.services.services import Services
from knowledge.languages import AUTONYMS, Language

_PARTS = ("head", "staff_header", "key_field")


def words_of_staff(services: Services, language: Language, *prefixes: str) -> Mapping[str, str]:
    """Words of a page of the staff: its own, over those that pages share."""
    words: dict[str, str] = {"door": "account" if services.login else "key"}
    for prefix in ("page-", "staff-", *prefixes):
        words |= page_words(services.phrases, language, prefix)
    return words


def filled(
    page: str, words: Mapping[str, str], language: Language, path: str, languages: Sequence[Language]
) -> HTMLResponse:
    """A page in a language, with links to itself in the others and the languages as options of a choice."""
    values = {key.replace("-", "_"): escape(text) for key, text in words.items()}
    named = [(code, escape(AUTONYMS[code])) for code in languages]
    values["links"] = " ".join(
        f'<a href="{escape(path)}?language={code}" hreflang="{code}" lang="{code}">{name}</a>' for code, name in named
    )
    values["words"] = "".join(f'<span data-word="{key}">{escape(text)}</span>' for key, text in words.items())
    values["options"] = "".join(f'<option value="{code}" lang="{code}">{name}</option>' for code, name in named)
    values["way_in"] = values.get("enter" if values.get("door") == "account" else "key_instead", "")
    values |= {"lang": language, "path": escape(path), "title": values.get("title", values["accessibility"])}
    html = rendered(page, f"{values['title']} · {values['body']}", values)
    return HTMLResponse(html, headers={"Content-Language": language})


def rendered(page: str, tab: str, values: Mapping[str, str]) -> str:
    """The page with its values, and with the parts that pages share; ``tab``: the title of the browser's tab."""
    parts = {part: page_template(f"parts/{part}").safe_substitute(values, tab=tab) for part in _PARTS}
    way_in = "account_door" if values.get("door") == "account" else "key_field"
    parts["token_field"] = page_template(f"parts/{way_in}").safe_substitute(values, **parts)
    return page_template(page).substitute(values, **parts)
