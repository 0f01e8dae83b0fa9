// The consultations of this agent: what colleagues ask, and what they ask colleagues. It comes as an offer does, and never
// over what is being written.
import "./consultation.js";
import { h } from "../dom.js";
import { word } from "../call-words.js";
import * as api from "./api.js";
import { choices } from "./names.js";
import * as sound from "./sound.js";
import { consultForm } from "./transfer.js";

export class Consulting {
  #desk; #thread = h("isac-consultation"); #sending = null;

  // `desk`: its parts: shift, floor, station, side; `work(deed)` does and tells what goes wrong; `tell(text)`; `give(conversation, who)`.
  constructor(desk) {
    this.#desk = desk;
    const { floor, work, give } = desk;
    const on = (kind, act) => this.#thread.addEventListener(kind, ({ detail }) => act(desk.shift.front, detail));
    on("say", (front, text) => work(() => this.#say(this.of(front), text)));
    on("end", (front) => work(() => api.endConsultation(this.of(front).id)));
    on("give", (front) => give(front, this.of(front).colleague.who));
    on("again", (front) => this.#ask(front));
    floor.addEventListener("consultation", ({ detail }) => this.#heard(detail));
    floor.addEventListener("change", () => this.#show());
  }

  get #me() {
    return this.#desk.station.me?.who;
  }

  // What colleagues wait to have answered.
  get asked() {
    return [...this.#desk.floor.consultations.values()].filter(({ state, asker }) => state === "asked" && asker.who !== this.#me);
  }

  // What this agent has taken, by hand-off: conversations to be read, as long as it lasts.
  get taken() {
    const open = [...this.#desk.floor.consultations.values()].filter(({ state, colleague }) => state === "open" && colleague?.who === this.#me);
    return new Map(open.map(({ hand_off, asker }) => [hand_off.id, { hand_off, state: "held", agent: asker, note: null }]));
  }

  of(conversation) {
    return [...this.#desk.floor.consultations.values()].findLast(({ hand_off }) => hand_off.id === conversation.handOff.id) ?? null;
  }

  async take({ id, hand_off }) {
    this.#desk.floor.consulted(await api.takeConsultation(id));
    this.#desk.shift.pick(hand_off.id);
    this.open(this.#desk.shift.front);
  }

  async decline({ id }) {
    this.#desk.floor.forget(id);
    await api.declineConsultation(id);
  }

  // What is written about the conversation, or the question to begin with.
  open(conversation, { quiet = false } = {}) {
    const one = this.of(conversation);
    if (!one) return quiet || this.#ask(conversation);
    if (quiet && one.state !== "asked" && one.state !== "open") return;
    this.#desk.side.open(word("consult-title"), this.#thread, { quiet });
    this.#show();
    if (!quiet) this.#thread.focus();
  }

  #ask(conversation) {
    const { side, floor, work } = this.#desk;
    const key = crypto.randomUUID(); // pressed twice, it is asked once
    side.open(word("consult-title"), consultForm(floor.present, this.#me, (to, text) => work(async () => {
      floor.consulted(await api.consult(conversation.handOff.id, to, text, key));
      side.back();
      this.open(conversation);
    })));
  }

  // The same words again, after no answer, are the same line.
  async #say(one, text) {
    if (this.#sending?.text !== text || this.#sending.id !== one.id) this.#sending = { id: one.id, text, key: crypto.randomUUID() };
    const { key } = this.#sending;
    this.#desk.floor.consulted(await api.sayInConsultation(one.id, text, key));
    this.#sending = null;
    this.#thread.sent(text);
  }

  #show() {
    const { front } = this.#desk.shift, one = front && this.of(front);
    if (one && this.#thread.isConnected) this.#thread.show(front, { ...one, to: this.#nameOf(one.to) }, this.#me);
  }

  #nameOf(to) {
    return this.#desk.floor.present.find(({ who }) => who === to)?.name ?? choices().languages.find(({ id }) => id === to)?.name ?? to;
  }

  // Told aloud: a question to this agent, what the other wrote, and that it is over.
  #heard({ one, before }) {
    const { tell } = this.#desk;
    if (!one) return before.colleague?.who === this.#me && tell(word("consult-ended"));
    const last = one.lines.at(-1), isNew = one.lines.length > (before?.lines.length ?? 0) && last.who !== this.#me;
    if (one.state === "asked" && one.asker.who !== this.#me) return before || sound.play();
    if (before && isNew) { sound.play(); tell(`${last.name} ${word("consult-line")}`); }
    if (before && before.state !== one.state && one.asker.who === this.#me) tell(stateOf(one));
  }
}

const stateOf = ({ state, colleague }) => (state === "open" ? `${colleague.name} ${word("consult-here")}` : word(`consult-${state}`));
