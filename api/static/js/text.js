// Text of a message into paragraphs, lists, links and the buttons of its sources.
import { h } from "./dom.js";
import { t } from "./words.js";

const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

// Where each source belongs: right after its quote, or at the end when the quote is not in the text.
function anchors(text, citations) {
  return citations.map((citation, index) => {
    const at = text.indexOf(citation.quote);
    return { citation, number: index + 1, at: at < 0 ? text.length : at + citation.quote.length };
  });
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
  const marks = anchors(text, citations);
  const blocks = [];
  let start = 0, list = null;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const bullet = line.startsWith("- ");
    const here = marks.filter(({ at }) => at > start - (start === 0 ? 1 : 0) && at <= end).sort((a, b) => a.at - b.at);
    const content = [];
    let from = start + (bullet ? 2 : 0);
    for (const mark of here) {
      content.push(...inline(text.slice(from, mark.at)), " ", citeButton(mark, show));
      from = mark.at;
    }
    content.push(...inline(text.slice(from, end)));
    start = end + 1;
    if (!line.trim() && !here.length) { list = null; continue; }
    if (!bullet) { list = null; blocks.push(h("p", {}, ...content)); continue; }
    if (!list) blocks.push((list = h("ul")));
    list.append(h("li", {}, ...content));
  }
  return blocks;
}
