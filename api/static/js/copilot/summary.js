// The summary of a conversation: what it was about, what came of it, and where in it each sentence was said.
import { clock, dayOf, euros, word } from "../call-words.js";
import { h } from "../dom.js";
import { sources } from "./sources.js";

const KINDS = ["answered", "done", "pending", "commitment", "established"]; // what is to be done before what is known
const WRITTEN = { date: dayOf, amount: euros };

// Event: `turn` with the number of the turn that somebody wants to see.
class Summary extends HTMLElement {
  // `startOf(turn)`: its second of the call, or null where it is not shown.
  show({ reason, sentences, entities, disposition }, startOf) {
    const link = (turn) => this.#link(turn, startOf(turn));
    const parts = KINDS.map((kind) => [kind, sentences.filter((one) => one.kind === kind)]).filter(([, found]) => found.length);
    this.replaceChildren(h("p", { class: "what" }, reason),
      h("p", { class: "outcome" }, `${word("outcome")}: `, h("strong", {}, word(`disposition-${disposition}`))),
      ...parts.map(([kind, found]) => h("section", { class: kind }, h("h3", {}, word(`kind-${kind}`)),
        h("ul", { class: "plain-list" }, ...found.map((one) => sentence(one, link))))),
      entities.length ? h("section", {}, h("h3", {}, word("entities")), h("dl", {}, ...entities.map((one) => entity(one, link)))) : "");
  }

  tell(text) {
    this.replaceChildren(h("p", { class: "hint", role: "status" }, text));
  }

  clear() {
    this.replaceChildren();
  }

  #link(turn, start) {
    if (start === null) return null;
    const show = () => this.dispatchEvent(new CustomEvent("turn", { detail: turn }));
    return h("button", { type: "button", class: "turn", "aria-label": `${word("where-said")}: ${clock(start)}`, onclick: show }, h("span", {}, clock(start)));
  }
}

function sentence({ text, turns, citations, who, by }, link) {
  const told = [who ? `${word("doer")} ${word(who)}` : null, by ? `${word("due")} ${dayOf(by)}` : null].filter(Boolean);
  return h("li", {}, h("p", {}, text, " ", ...turns.map(link)), told.length ? h("p", { class: "told-in" }, told.join(" · ")) : null, sources(citations));
}

function entity({ kind, value, turn }, link) {
  return h("div", {}, h("dt", {}, word(`entity-${kind}`)), h("dd", {}, (WRITTEN[kind] ?? String)(value), " ", link(turn)));
}

customElements.define("isac-summary", Summary);
