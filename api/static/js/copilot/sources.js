// The sources of an answer: where it says so, its words, and the way there.
import { h } from "../dom.js";
import { word } from "../call-words.js";
import { citation } from "../http.js";

const item = ({ source_title: title, source_url: url, quote, quote_language: lang }) => h("li", {},
  h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, title), quote ? h("q", { lang }, quote) : null);

// Of citations, or of their ids: then they are asked for when somebody wants to see them.
export function sources(citations) {
  if (!citations?.length) return null;
  const told = citations.filter((one) => typeof one === "object"), list = h("ul", { class: "plain-list" }, ...told.map(item));
  const details = h("details", { class: "sources" }, h("summary", {}, `${word("sources")} (${citations.length})`), list);
  const asked = citations.filter((one) => typeof one === "string");
  details.addEventListener("toggle", async () => {
    while (details.open && asked.length) list.append(await entry(asked.shift()));
  });
  return details;
}

async function entry(id) {
  try {
    return item(await citation(id));
  } catch {
    return h("li", { class: "rest" }, word("source-lost"));
  }
}
