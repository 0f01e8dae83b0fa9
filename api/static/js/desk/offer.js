// Somebody waits for this agent: who, why, and how long it is theirs to take. Its place is always there: nothing moves when it comes.
import { h } from "../dom.js";
import { word } from "../call-words.js";
import { about, alarm, marks } from "./person.js";

class Offer extends HTMLElement {
  #timer = null; #offer = null;

  connectedCallback() {
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", word("offer"));
  }

  get current() {
    return this.#offer?.hand_off ?? null;
  }

  // Events: `accept`, `decline`, with the hand-off; `answer`, `leave`, with the consultation, which is shown while nobody waits.
  show(offer, isAvailable, consultation = null) {
    if (offer && offer.hand_off.id === this.#offer?.hand_off.id) return;
    clearInterval(this.#timer);
    this.#offer = offer;
    if (!offer && consultation && this.dataset.of === consultation.id) return;
    this.dataset.of = offer ? "" : consultation?.id ?? "";
    this.classList.toggle("here", Boolean(offer ?? consultation));
    if (!offer && consultation) return this.#ask(consultation);
    if (!offer) return this.replaceChildren(h("p", { class: "rest" }, word(isAvailable ? "offer-none" : "offer-none-away")));
    const left = h("span", { class: "left", "aria-hidden": "true" });
    const bar = h("progress", { max: 25, "aria-label": word("seconds") });
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((new Date(offer.until) - Date.now()) / 1000));
      left.textContent = seconds;
      bar.value = Math.min(seconds, bar.max);
    };
    const send = (kind) => () => this.dispatchEvent(new CustomEvent(kind, { detail: offer.hand_off }));
    this.replaceChildren(
      h("p", { class: "offer-head", role: "alert" }, word("offer-new"), left),
      h("p", { class: "about" }, alarm(offer.hand_off), about(offer.hand_off)), marks(offer.hand_off), bar,
      h("p", { class: "row" }, h("button", { class: "primary", type: "button", onclick: send("accept") }, word("accept")),
        h("button", { class: "ghost", type: "button", onclick: send("decline") }, word("decline"))));
    tick();
    this.#timer = setInterval(tick, 1000);
  }

  // A colleague asks: their question, and what it is about.
  #ask(one) {
    const send = (kind) => () => this.dispatchEvent(new CustomEvent(kind, { detail: one }));
    this.replaceChildren(
      h("p", { class: "offer-head", role: "alert" }, word("consult-new"), " ", one.asker.name),
      h("p", { class: "about" }, one.lines[0].text), h("span", { class: "marks" }, about(one.hand_off)),
      h("p", { class: "row" }, h("button", { class: "primary", type: "button", onclick: send("answer") }, word("consult-take")),
        h("button", { class: "ghost", type: "button", onclick: send("leave") }, word("decline"))));
  }
}

customElements.define("isac-offer", Offer);
