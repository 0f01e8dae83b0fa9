// What is done with a conversation: an appointment, a transfer, a supervisor, back to the assistant, the end.
import { word } from "../call-words.js";
import * as api from "./api.js";
import { bookingForm } from "./booking.js";
import { DEEDS } from "./case.js";
import { returnForm, transferForm } from "./transfer.js";
import { wrapUpForm } from "./wrap-up.js";

const AS_DEED = { book: "book", transfer: "transfer" };

export class Deeds {
  #desk;

  // `desk`: its parts: shift, floor, station, side; `work(deed)` does and tells what goes wrong; `tell(text)`; `insert(text)`.
  constructor(desk) {
    this.#desk = desk;
  }

  listen(element) {
    for (const name of [...DEEDS, "missed"]) element.addEventListener(name, () => this.do(name));
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

  do(name, given = {}) {
    const { front } = this.#desk.shift;
    if (front) this[`_${name}`](front, given);
  }

  _book(front, given) {
    const { side, work, tell, insert } = this.#desk;
    const done = (text) => { side.back(); insert(text); tell(word("book-done")); };
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
