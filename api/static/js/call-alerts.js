// What cannot wait, always in sight: danger first, then what was said last. Each stays until it was seen.
import { word } from "./call-words.js";
import { alertCard } from "./copilot/alert.js";
import { byId, h } from "./dom.js";

// Event: `seen` with the name of an alert.
class Alerts extends HTMLElement {
  // A call that is followed anew tells all of them again.
  add(name, alert) {
    if (this.querySelector(`[data-name="${CSS.escape(name)}"]`)) return;
    const seen = () => {
      card.remove();
      (this.querySelector(".seen") ?? byId("line")).focus({ preventScroll: true });
      this.dispatchEvent(new CustomEvent("seen", { detail: name }));
    };
    const card = alertCard(alert, h("button", { type: "button", class: "quiet seen", onclick: seen }, word("seen")));
    card.dataset.name = name;
    const first = [...this.children].find((other) => alert.kind === "danger" || !other.matches(".danger"));
    this.insertBefore(card, first ?? null);
  }

  clear() {
    this.replaceChildren();
  }
}

customElements.define("isac-alerts", Alerts);
