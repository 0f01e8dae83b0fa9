// What is done with a conversation: an appointment, a transfer, a supervisor, back to the assistant, the end.
import { word } from "../call-words.js";
import * as api from "./api.js";
import { bookingForm } from "./booking.js";
import { DEEDS, READ } from "./case.js";
import { FORMS, undoOf } from "./readings.js";
import { returnForm, transferForm } from "./transfer.js";
import { wrapUpForm } from "./wrap-up.js";

const AS_DEED = { book: "book", transfer: "transfer" };

export class Deeds {
  #desk;

  // `desk`: its parts: shift, floor, station, side, consulting; `work(deed)` does and tells what goes wrong; `tell(text)`; `insert(text)`; `changed(conversation)`: there is more to its past.
  constructor(desk) {
    this.#desk = desk;
  }

  listen(element) {
    for (const name of [...DEEDS, ...READ, "undo", "missed"]) element.addEventListener(name, () => this.do(name));
  }

  // Of an action that the copilot proposes: the same form, filled in.
  act(action) {
    if (AS_DEED[action.kind]) return this.do(AS_DEED[action.kind], { need: action.need, ...action.values });
    if (action.values.link) return this.#desk.insert(action.values.link);
    this.#desk.insert(action.label);
  }

  async take(handOff) {
    await this.#desk.floor.accept(handOff);
    this.#desk.shift.pick(handOff.id);
    document.getElementById("talk-title").focus();
  }

  // Of what one only reads, there is nothing to do but to answer who asked.
  do(name, given = {}) {
    const { front } = this.#desk.shift;
    if (front && (!front.reads || name === "consult")) this[`_${name}`](front, given);
  }

  // To the colleague who was asked about it.
  give(conversation, who) {
    this.#give(conversation, () => api.transfer(conversation.handOff.id, who, ""), "transfer-done");
  }

  _consult(front) {
    this.#desk.consulting.open(front);
  }

  _book(front, given) {
    const { side, work, tell, insert, changed } = this.#desk;
    const done = (text, locator) => { front.made = locator; side.back(); insert(text); changed(front); tell(word("book-done")); };
    side.open(word("book-title"), bookingForm(front, given, work, done));
  }

  _transfer(front) {
    const { side, floor, station } = this.#desk;
    const done = (to, note) => this.#give(front, () => api.transfer(front.handOff.id, to, note), "transfer-done");
    side.open(word("transfer-title"), transferForm(floor.present, station.me?.who, done));
  }

  _supervisor(front) {
    const { work, tell } = this.#desk;
    work(async () => { await api.callSupervisor(front.handOff.id); tell(word("supervisor-done")); });
  }

  _missed(front) {
    this.#give(front, () => api.notReached(front.handOff.id), "call-missed-done");
  }

  _return(front) {
    this.#desk.side.open(word("return-title"), returnForm(() => this.#give(front, () => api.giveBack(front.handOff.id), "return-done")));
  }

  _close(front) {
    const done = (disposition, summary) => this.#give(front, () => api.close(front.handOff.id, disposition, summary), "close-done");
    this.#desk.side.open(word("close-title"), wrapUpForm(front, done));
  }

  _need(front) {
    this.#read(front, "need");
  }

  _language(front) {
    this.#read(front, "language");
  }

  _danger(front) {
    this.#read(front, "danger");
  }

  _undo(front) {
    const wish = undoOf(front.readings);
    if (wish) this.putRight(front, wish, "undone");
  }

  // `wish`: need, language or danger, as they are to be.
  putRight(front, wish, told = "put-right-done") {
    const { work, side, floor, tell } = this.#desk;
    return work(async () => {
      floor.keep(await api.putRight(front.id, wish));
      side.back();
      document.querySelector(`#case [data-deed="${Object.keys(wish)[0]}"]`)?.focus();
      tell(word(told));
    });
  }

  // The form has the focus where one types or chooses: it is a matter of two keys.
  #read(front, name) {
    const { side, station } = this.#desk;
    if (front.standing.agent && front.standing.agent.who !== station.me?.who) return;
    const element = FORMS[name](front, (wish) => this.putRight(front, wish));
    side.open(word(`${name}-title`), element);
    element.querySelector("[type=search], input:checked")?.focus();
  }

  // It is no longer this agent's.
  #give(front, deed, told) {
    const { work, side, floor, tell } = this.#desk;
    work(async () => {
      await deed();
      side.back();
      floor.release(front.handOff.id);
      tell(word(told));
      document.getElementById("mine-title").focus();
    });
  }
}
