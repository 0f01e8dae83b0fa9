// Suggestions beside a call: they are said aloud, and it is told what became of each.
import { Calm } from "./calm.js";
import { word } from "./call-words.js";
import { Suggestions } from "./copilot/suggestions.js";
import { h } from "./dom.js";

const VERDICTS = { used: "used", edited: "edited", rejected: "reject" };

// Event: `verdict` with {id, suggestion, verdict}.
class Spoken extends Suggestions {
  #advice = null; #shown = null;
  #calm = new Calm(this, () => { this.#shown = this.#advice; super.show(this.#advice); }, (late) => this.#age(late));

  // Nothing moves under a pointer or a focus: what is there goes pale until both have left, or until it is asked for.
  show(advice) {
    this.#advice = advice;
    this.#calm.draw();
  }

  // At once, whoever is there.
  clear(advice = null) {
    this.#advice = advice;
    this.#calm.now();
  }

  head(state) {
    const renew = h("button", { type: "button", class: "plain renew", hidden: true, onclick: () => this.#renew() }, word("late-show"));
    return h("header", { class: "help-head" }, h("h3", { class: "part", tabindex: -1 }, word("copilot")),
      h("p", { class: "rest", role: "status" }, state), renew);
  }

  deeds(which, _, card) {
    const button = (verdict, key) => h("button", { type: "button", class: `quiet ${verdict}`, "aria-pressed": "false", onclick: ({ currentTarget: pressed }) => {
      for (const each of card.querySelectorAll("[aria-pressed]")) each.setAttribute("aria-pressed", String(each === pressed));
      card.dataset.verdict = verdict;
      this.dispatchEvent(new CustomEvent("verdict", { detail: { ...which, verdict } }));
    } }, word(key));
    return Object.entries(VERDICTS).map(([verdict, key]) => button(verdict, key));
  }

  question(text) {
    return h("p", { class: "words" }, text);
  }

  // What an action does is done elsewhere: here it is told.
  action({ label }) {
    return h("span", { class: "next" }, h("strong", {}, word("next")), ": ", label);
  }

  #age(late) {
    const past = late && this.#advice !== this.#shown;
    this.classList.toggle("past", past);
    if (!past) return;
    this.querySelector("[role=status]").textContent = word("late");
    this.querySelector(".renew").hidden = false;
  }

  #renew() {
    this.#calm.now();
    this.querySelector("h3").focus();
  }
}

customElements.define("isac-call-suggestions", Spoken);
