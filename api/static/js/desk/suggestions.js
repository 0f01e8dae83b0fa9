// What the copilot advises, to be read at a glance: first what was said wrong, then up to three answers, then what to ask.
import { h } from "../dom.js";
import { word } from "../call-words.js";
import { sources } from "./sources.js";

class Suggestions extends HTMLElement {
  #advice = null;

  // Events: `insert` with {text, id, suggestion}; `reject` with {id, suggestion}; `act` with the action.
  show(advice) {
    this.#advice = advice;
    const title = h("h2", { class: "part" }, word("copilot"));
    const status = h("p", { class: "rest", role: "status" }, this.#state(advice));
    const told = advice?.told;
    this.classList.toggle("thinking", Boolean(advice?.thinking));
    const parts = told ? [...told.alerts.map((alert) => this.#alert(alert)),
      ...told.suggestions.map((one, place) => this.#suggestion(told.id, one, place)), this.#ask(told.ask), this.#actions(told.actions)] : [];
    this.replaceChildren(h("header", { class: "help-head" }, title, status), ...parts.filter((part) => part !== null));
  }

  insert(place) {
    this.querySelectorAll("[data-insert]")[place]?.click();
  }

  #state(advice) {
    if (!advice) return word("copilot-waiting");
    if (advice.failed) return word("copilot-failed");
    if (advice.thinking) return word("thinking");
    return advice.told.suggestions.length ? "" : advice.told.abstained_text ?? "";
  }

  #suggestion(id, one, place) {
    const send = (kind, detail) => () => this.dispatchEvent(new CustomEvent(kind, { detail }));
    const card = h("article", { class: "card suggestion" },
      h("p", { class: "words" }, one.text), one.told_in ? h("p", { class: "told-in" }, one.told_in) : null, sources(one.citations),
      h("p", { class: "row" },
        h("button", { type: "button", class: place ? "ghost" : "primary", "data-insert": true, onclick: send("insert", { text: one.text, id, suggestion: place }) },
          h("kbd", { "aria-hidden": "true" }, String(place + 1)), word("insert")),
        h("button", { type: "button", class: "quiet", onclick: () => { card.remove(); send("reject", { id, suggestion: place })(); } }, word("reject"))));
    return card;
  }

  #alert({ said, right, citation }) {
    return h("div", { class: "alert-card", role: "alert" }, h("p", {}, h("strong", {}, word("alert")), " ", h("q", {}, said)), h("p", {}, right), sources(citation ? [citation] : []));
  }

  #ask(questions) {
    if (!questions.length) return null;
    const item = (text) => h("li", {}, h("button", { type: "button", class: "ask", onclick: () => this.dispatchEvent(new CustomEvent("insert", { detail: { text } })) }, text));
    return h("section", {}, h("h3", {}, word("ask")), h("ul", { class: "plain-list" }, ...questions.map(item)));
  }

  #actions(actions) {
    if (!actions.length) return null;
    return h("p", { class: "row actions-line" }, ...actions.map((action) => h("button", { type: "button", class: "ghost",
      onclick: () => this.dispatchEvent(new CustomEvent("act", { detail: action })) }, action.label)));
  }
}

customElements.define("isac-suggestions", Suggestions);
