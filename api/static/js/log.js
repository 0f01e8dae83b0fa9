// The conversation on the page: adding to it, and never changing what was said.
import { byId, h } from "./dom.js";

const log = byId("log");
const replies = byId("replies");

export function addAsked(text, options) {
  const bubble = h("isac-message").asked(text, options);
  log.append(bubble);
  return bubble;
}

export function addLine(text) {
  log.append(h("isac-message").said({ text, kind: "notice", citations: [] }));
}

// Offers and read-backs of earlier turns stay to be read, but can no longer be chosen.
export function retire() {
  for (const button of log.querySelectorAll(".offer, .card.proposed button")) button.disabled = true;
  replies.replaceChildren();
}

export function addTurn(turn) {
  retire();
  const proposed = turn.appointment?.status === "proposed";
  const messages = turn.messages.map((message) => h("isac-message").said(message));
  log.append(...messages);
  if (turn.offers.length) {
    const offers = h("isac-offers");
    offers.offers = turn.offers;
    log.append(offers);
  }
  if (turn.appointment) {
    const card = h("isac-appointment");
    card.show(turn.appointment, turn.quick_replies);
    log.append(card);
  }
  if (turn.hand_off) {
    const card = h("isac-hand-off");
    card.handOff = turn.hand_off;
    log.append(card);
  }
  const chosen = new Set(turn.offers.map((offer) => offer.reply));
  const texts = proposed ? [] : turn.quick_replies.filter((text) => !chosen.has(text));
  replies.append(...texts.map((text) => h("button", { type: "button" }, text)));
  return messages[0] ?? null;
}

export function clear() {
  log.replaceChildren();
  replies.replaceChildren();
}
