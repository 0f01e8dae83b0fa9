// Text of a message into paragraphs, lists, links and the buttons of its sources.
import { h } from "./dom.js";
import { t } from "./words.js";

const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

// The buttons that belong to each line: a source stands behind some lines, or else behind the whole text.
function sourcesOf(line, last, citations) {
  return citations.map((citation, index) => ({ citation, number: index + 1 }))
    .filter(({ citation: { lines } }) => (lines.length ? lines.includes(line) : line === last));
}

function inline(text) {
  const parts = [];
  let last = 0;
  for (const match of text.matchAll(LINK)) {
    parts.push(text.slice(last, match.index), h("a", { href: match[0], target: "_blank", rel: "noopener noreferrer" }, match[0]));
    last = match.index + match[0].length;
  }
  return [...parts, text.slice(last)];
}

const citeButton = ({ citation, number }, show) =>
  h("button", { type: "button", class: "cite", "aria-haspopup": "dialog", "aria-label": `${t("source")} ${number}: ${citation.source_title}`,
    onclick: (event) => show(citation, event.currentTarget) }, h("span", { "aria-hidden": "true" }, String(number)));

export function richText(text, citations, show) {
  const blocks = [];
  const lines = text.split("\n");
  let list = null;
  for (const [number, line] of lines.entries()) {
    const bullet = line.startsWith("- ");
    const sources = sourcesOf(number, lines.length - 1, citations);
    const content = [...inline(bullet ? line.slice(2) : line), ...sources.flatMap((source) => [" ", citeButton(source, show)])];
    if (!line.trim() && !sources.length) { list = null; continue; }
    if (!bullet) { list = null; blocks.push(h("p", {}, ...content)); continue; }
    if (!list) blocks.push((list = h("ul")));
    list.append(h("li", {}, ...content));
  }
  return blocks;
}
