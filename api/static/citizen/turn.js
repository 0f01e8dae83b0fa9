// A turn of the assistant: one voice, with its cards. What a card says is not said beside it.
import "./appointment.js";
import "./offers.js";
import { byId, h } from "../js/dom.js";
import { richText } from "../js/text.js";
import { t } from "../js/words.js";
import { aloudButton } from "./aloud.js";
import { by } from "./by.js";
import { helped } from "./helped.js";

const show = (citation, from) => byId("citation").show(citation, from);

class Turn extends HTMLElement {
  // `fresh`: it has just been said, and may be answered.
  show(turn, { at = new Date(), fresh = true } = {}) {
    this.turn = turn;
    this.tabIndex = -1;
    this.lang = turn.language.code;
    const text = this.#text(turn), card = this.#card(turn), answered = turn.messages.some(({ kind }) => kind === "answer");
    const foot = h("div", { class: "foot" }, text && aloudButton(() => spoken(turn)), answered && fresh && helped(turn.turn_id));
    const parts = turn.appointment && turn.appointment.status !== "proposed" ? [card, text, foot] : [text, foot, card];
    this.replaceChildren(by(h("img", { src: "/logo", alt: "" }), t("automatic"), at), ...parts.filter(Boolean));
    return this;
  }

  // Once the next turn was said: what was offered or read back can be read, but no longer chosen.
  retire() {
    for (const card of this.querySelectorAll("isac-offers, isac-appointment")) card.retire();
  }

  #text(turn) {
    const blocks = turn.messages.filter((message) => !onCard(message, turn)).flatMap((message) => {
      const told = richText(message.text, message.citations, show, (line) => isOffer(line, turn));
      if (message.kind === "question") told.at(-1)?.classList.add("asks");
      return told;
    });
    return blocks.length ? h("div", { class: "said" }, ...blocks) : null;
  }

  #card(turn) {
    if (turn.offers.length) return h("isac-offers").show(turn.offers);
    return turn.appointment ? h("isac-appointment").show(turn) : null;
  }
}

const isOffer = (line, { offers }) => offers.some(({ reply, label }) => line === `${reply}. ${label}`);

function onCard({ kind, text }, { appointment }) {
  if (!appointment || appointment.status === "cancelled") return false;
  if (kind === "confirmation" || kind === "appointment") return true;
  return [appointment.bring, appointment.room_url].some((told) => told && text.includes(told));
}

// All of it: who listens sees no card.
export const spoken = (turn) => turn.messages.map(({ text }) => text).join("\n");

customElements.define("isac-turn", Turn);
