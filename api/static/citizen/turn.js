// A turn of the assistant: one voice, with its cards. What a card says is not said beside it.
import "./appointment.js";
import "./offers.js";
import { byId, h } from "../js/dom.js";
import { richText } from "../js/text.js";
import { t } from "../js/words.js";
import { aloudButton } from "./aloud.js";
import { by } from "./by.js";
import { fold } from "./fold.js";
import { helped } from "./helped.js";

const SHORT = 70; // a question that is longer is read better in letters like the rest
const show = (citation, from) => byId("citation").show(citation, from);

class Turn extends HTMLElement {
  // `fresh`: it has just been said, and may be answered.
  show(turn, { at = new Date(), fresh = true } = {}) {
    this.turn = turn;
    this.tabIndex = -1;
    this.lang = turn.language.code;
    const text = this.#text(turn), card = this.#card(turn);
    const foot = fresh && !card && !this.isStep && says(turn, "answer") && !says(turn, "question") ? helped(turn.turn_id) : null;
    const parts = turn.appointment && turn.appointment.status !== "proposed" ? [card, text] : [text, card, foot];
    const head = by(h("img", { src: "/logo", alt: "" }), t("automatic"), at, aloudButton(() => spoken(turn)));
    this.replaceChildren(head, ...parts.filter(Boolean));
    return this;
  }

  // Once another turn was said, with the appointment `newer` in it or none: what was offered or read back can be read,
  // but no longer chosen.
  retire(newer) {
    const { offers, appointment } = this.turn;
    if (offers.length) fold(this, t("offers-used"));
    else if (appointment?.status === "proposed") fold(this, t("checked"));
    else if (appointment?.locator && newer?.locator === appointment.locator) this.querySelector("isac-appointment").replace();
  }

  // A step on the way to an appointment, or a question of that way.
  get isStep() {
    return /^(book|change|cancel)\./.test(this.turn.step ?? "");
  }

  #text(turn) {
    const blocks = turn.messages.filter((message) => !onCard(message, turn)).flatMap((message) => {
      const told = richText(message.text, message.citations, show, (line) => isOffer(line, turn));
      if (message.kind === "question" && message.text.length <= SHORT) told.at(-1)?.classList.add("asks");
      return told;
    });
    return blocks.length ? h("div", { class: "said" }, ...blocks) : null;
  }

  #card(turn) {
    if (turn.offers.length) return h("isac-offers").show(turn.offers);
    return turn.appointment ? h("isac-appointment").show(turn) : null;
  }
}

const says = ({ messages }, which) => messages.some(({ kind }) => kind === which);
const isOffer = (line, { offers }) => offers.some(({ reply, label }) => line === `${reply}. ${label}`);

function onCard({ kind, text }, { appointment, hand_off }) {
  if (hand_off) return text.includes(hand_off.id);
  if (!appointment || appointment.status === "cancelled") return false;
  if (kind === "confirmation" || kind === "appointment") return true;
  return [appointment.bring, appointment.room_url].some((told) => told && text.includes(told));
}

// All of it: who listens sees no card.
export const spoken = (turn) => turn.messages.map(({ text }) => text).join("\n");

customElements.define("isac-turn", Turn);
