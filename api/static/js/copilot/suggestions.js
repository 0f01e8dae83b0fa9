// What the copilot advises, to be read at a glance: first what was said wrong, then up to three answers, then what to ask.
import { percent, word } from "../call-words.js";
import { h } from "../dom.js";
import { alertCard } from "./alert.js";
import { sources } from "./sources.js";

// What can be done with a suggestion, a question, an action and an alert is for who shows them: `deeds`, `question`, `action`, `alertDeeds`.
export class Suggestions extends HTMLElement {
  // `advice`: {told, language} with what the service told and the citizen's language; {failed}, {thinking}, or null.
  show(advice) {
    const told = advice?.told;
    this.classList.toggle("thinking", Boolean(advice?.thinking));
    const parts = told ? [...(told.alerts ?? []).map((alert) => alertCard(alert, ...this.alertDeeds(alert))),
      ...told.suggestions.map((one, place) => this.#card(advice, one, place)), this.#ask(advice), this.#actions(told.actions)] : [];
    this.replaceChildren(this.head(this.#state(advice)), ...parts.filter((part) => part !== null));
  }

  head(state) {
    return h("header", { class: "help-head" }, h("h2", { class: "part" }, word("copilot")), h("p", { class: "rest", role: "status" }, state));
  }

  alertDeeds() {
    return [];
  }

  #state(advice) {
    if (!advice) return word("copilot-waiting");
    if (advice.failed) return word("copilot-failed");
    if (advice.thinking) return word("thinking");
    return advice.told.suggestions.length ? "" : advice.told.abstained_text ?? "";
  }

  #card({ told: { id }, language }, one, place) {
    const card = h("article", { class: "card suggestion" },
      h("p", { class: "words", lang: language }, one.text), one.told_in ? h("p", { class: "told-in" }, one.told_in) : null,
      h("p", { class: "sure" }, `${word("confidence")} ${percent(one.confidence)}`), sources(one.citations));
    card.append(h("p", { class: "row" }, ...this.deeds({ id, suggestion: place }, one, card)));
    return card;
  }

  #ask({ told: { ask }, language }) {
    if (!ask.length) return null;
    return h("section", {}, h("h3", {}, word("ask")), h("ul", { class: "plain-list" }, ...ask.map((text) => h("li", { lang: language }, this.question(text)))));
  }

  #actions(actions) {
    return actions.length ? h("p", { class: "row actions-line" }, ...actions.map((action) => this.action(action))) : null;
  }
}
