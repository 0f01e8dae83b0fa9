// The sources of an answer: where it says so, its words, and the way there.
import { h } from "../dom.js";
import { word } from "../call-words.js";

export function sources(citations) {
  if (!citations?.length) return null;
  const item = ({ source_title: title, source_url: url, quote, quote_language: lang }) => h("li", {},
    h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, title), quote ? h("q", { lang }, quote) : null);
  return h("details", { class: "sources" }, h("summary", {}, `${word("sources")} (${citations.length})`),
    h("ul", { class: "plain-list" }, ...citations.map(item)));
}
