// Suggestions beside the box of a reply: they are put into it, and sent by who attends.
import { word } from "../call-words.js";
import { Suggestions } from "../copilot/suggestions.js";
import { h } from "../dom.js";

// Events: `insert` with {text, id, suggestion}; `reject` with {id, suggestion}; `act` with the action; `dismiss`, of a danger that is none.
class Insertable extends Suggestions {
  insert(place) {
    this.querySelectorAll("[data-insert]")[place]?.click();
  }

  deeds(which, { text }, card) {
    const place = which.suggestion;
    return [
      h("button", { type: "button", class: place ? "ghost" : "primary", "data-insert": true, onclick: () => this.#tell("insert", { text, ...which }) },
        h("kbd", { "aria-hidden": "true" }, String(place + 1)), word("insert")),
      h("button", { type: "button", class: "quiet", onclick: () => { card.remove(); this.#tell("reject", which); } }, word("reject"))];
  }

  question(text) {
    return h("button", { type: "button", class: "ask", onclick: () => this.#tell("insert", { text }) }, text);
  }

  action(action) {
    return h("button", { type: "button", class: "ghost", onclick: () => this.#tell("act", action) }, action.label);
  }

  alertDeeds({ kind }) {
    return kind === "danger" ? [h("button", { type: "button", class: "quiet", onclick: () => this.#tell("dismiss") }, word("dismiss"))] : [];
  }

  #tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }
}

customElements.define("isac-suggestions", Insertable);
