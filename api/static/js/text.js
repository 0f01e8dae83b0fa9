// Text of a message into paragraphs, lists, links and the buttons of its sources.
import { h } from "./dom.js";
import { t, words } from "./words.js";

const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;
const NUMBER = /(?<![\w,.])(?:\d{2,3}(?: \d{2,3}){2,3}|\d{9}|0\d{2}|112)(?![\w,]|\.\d| \d)/g;

// The buttons that belong to each line: a source stands behind some lines, or else behind the whole text.
function sourcesOf(line, last, citations) {
  return citations.map((citation, index) => ({ citation, number: index + 1 }))
    .filter(({ citation: { lines } }) => (lines.length ? lines.includes(line) : line === last));
}

const link = (address, text = address) => h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);

// Only what is known to be a telephone of the administration or of help: other figures stay figures.
function telephone(text) {
  const digits = text.replaceAll(" ", "");
  return words().numbers.includes(digits) ? h("a", { href: `tel:${digits}` }, text) : text;
}

function replaced(texts, pattern, make) {
  return texts.flatMap((text) => {
    if (typeof text !== "string") return [text];
    const parts = [];
    let last = 0;
    for (const match of text.matchAll(pattern)) {
      parts.push(text.slice(last, match.index), make(match[0]));
      last = match.index + match[0].length;
    }
    return [...parts, text.slice(last)];
  });
}

export const inline = (text) => replaced(replaced([text], LINK, (address) => link(address)), NUMBER, telephone);

const citeButton = ({ citation, number }, show) =>
  h("button", { type: "button", class: "cite", "aria-haspopup": "dialog", "aria-label": `${t("source")} ${number}: ${citation.source_title}`,
    onclick: (event) => show(citation, event.currentTarget) }, h("span", { "aria-hidden": "true" }, String(number)));

// The last word and its sources stay on one line: a number that stands alone belongs to nothing. A long one, such as an
// address, is never cut for that.
function withSources(text, sources, show) {
  if (!sources.length) return inline(text);
  const [, start, end] = text.match(/^(.*?)((?<!\S)\S{0,20})$/s) ?? [text, text, ""];
  return [...inline(start), h("span", { class: "held-together" }, ...inline(end), ...sources.flatMap((source) => [" ", citeButton(source, show)]))];
}

// `left` tells the lines that are shown otherwise.
export function richText(text, citations, show, left = () => false) {
  const blocks = [];
  const lines = text.split("\n");
  let list = null;
  for (const [number, line] of lines.entries()) {
    const bullet = line.startsWith("- ");
    const sources = sourcesOf(number, lines.length - 1, citations);
    if ((!line.trim() && !sources.length) || left(line)) { list = null; continue; }
    const content = withSources(bullet ? line.slice(2) : line, sources, show);
    if (!bullet) { list = null; blocks.push(h("p", {}, ...content)); continue; }
    if (!list) blocks.push((list = h("ul")));
    list.append(h("li", {}, ...content));
  }
  return blocks;
}
