"""What the copilot tells of a call, as lines of a terminal."""

from collections.abc import Iterator, Mapping
from typing import Any

from rich.text import Text

Body = Mapping[str, Any]


def advice_lines(body: Body) -> Text | None:
    """What to say with its sources, ask and do; or why there is nothing to say. None where nothing was asked."""
    lines = [*_suggested(body), *_next(body)]
    if not lines and body["abstained"] not in (None, "nothing_asked"):
        lines = [Text(f"» {body['abstained_text']}", "bright_black")]
    return Text("\n").join(lines) if lines else None


def alert_lines(body: Body) -> Text:
    """What was said, and what holds instead with its source."""
    source = f"\n  [{body['citation']['source_title']}]" if body["citation"] else ""
    return Text(f"! «{body['said']}» → {body['right']}{source}", "bold yellow")


def summary_lines(body: Body) -> Text:
    """The reason, then a line a sentence."""
    sentences = [Text(f"- {one['text']}") for one in body["sentences"]]
    return Text("\n").join([Text(f"# {body['reason']}", "bold"), *sentences])


def _suggested(body: Body) -> Iterator[Text]:
    for one in body["suggestions"]:
        yield Text(f"» {one['confidence']:.0%}  {_indented(one['text'])}", "green")
        if one.get("told_in"):
            yield Text(f"  ({_indented(one['told_in'])})", "italic bright_black")
        yield from (Text(f"  [{citation['source_title']}]", "bright_black") for citation in one["citations"])


def _next(body: Body) -> Iterator[Text]:
    yield from (Text(f"? {_indented(question)}", "green") for question in body["ask"])
    for action in body["actions"]:
        known = ", ".join(action["values"].values())
        yield Text(f"→ {action['label']}" + (f" ({known})" if known else ""), "green")


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")
