// The conversation on the page: adding to it. What was used is folded; nothing that was said is changed.
import "./agent.js";
import "./asked.js";
import "./rating.js";
import "./turn.js";
import "./waiting.js";
import { byId, h } from "../js/dom.js";
import { t } from "../js/words.js";
import { foldAll } from "./fold.js";
import { labelOf } from "./labels.js";

const log = byId("log"), replies = byId("replies");
let last = null; // the turn said last

function add(element) {
  log.append(element);
  return element;
}

export function addAsked(text, options = {}) {
  return add(h("isac-asked").show({ text, label: labelOf(text, last), ...options }));
}

export function addTurn(turn, options) {
  const before = [...log.querySelectorAll("isac-turn")];
  replies.replaceChildren();
  const asks = log.lastElementChild?.matches("isac-rating:has(form)") ? log.lastElementChild : null;
  const shown = add(h("isac-turn").show(turn, options));
  if (asks) log.append(asks); // how it was is asked after everything that was said
  const card = shown.querySelector("isac-appointment");
  for (const one of before) one.retire(card);
  if (card && card.status !== "proposed") foldAll(stepsBefore(shown), t("steps"));
  if (turn.hand_off) shown.append(h("isac-waiting").show(turn.hand_off.id, null));
  replies.append(...repliesTo(turn).map((text) => h("button", { type: "button" }, text)));
  last = turn;
  return shown;
}

// What led to the appointment that `shown` tells: the questions, and what was said to them, but for the last word.
function stepsBefore(shown) {
  const all = [...log.children].slice(0, -2);
  const from = all.findLastIndex((one) => one.localName === "isac-turn" && !one.isStep);
  const steps = all.slice(from + 2); // what began it was the citizen's
  return shown.previousElementSibling?.localName === "isac-asked" ? steps : [];
}

// The way to a person is always in the head: a second one here only where nothing was answered.
function repliesTo({ appointment, offers, quick_replies, completeness }) {
  if (appointment?.status === "proposed") return quick_replies.slice(2).filter((text) => text !== t("reply-person"));
  const chosen = new Set(offers.map(({ reply }) => reply));
  return quick_replies.filter((text) => !chosen.has(text) && (completeness === "none" || text !== t("reply-person")));
}

// A line of which only the words are left.
export function addLine(text, at) {
  const messages = [{ kind: "notice", text, citations: [] }];
  const turn = { language: { code: document.documentElement.lang }, messages, quick_replies: [], offers: [], appointment: null, hand_off: null };
  return add(h("isac-turn").show(turn, { at, fresh: false }));
}

export const addAgent = (line) => add(h("isac-agent").show(line));
export const addRating = () => add(h("isac-rating").show());
export const asked = () => [...log.querySelectorAll("isac-asked")];
export const waiting = () => [...log.querySelectorAll("isac-waiting")].at(-1) ?? null;
export const locator = () => [...log.querySelectorAll("isac-appointment")].filter(({ status }) => status === "booked").at(-1)?.locator;
export const lastTurn = () => last;

export function clear() {
  last = null;
  log.replaceChildren();
  replies.replaceChildren();
}

export const newest = () => log.lastElementChild;
