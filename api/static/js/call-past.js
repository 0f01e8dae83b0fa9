// What the person of a call had before, once a member of staff opens it.
import "./desk/history.js";
import { byId } from "./dom.js";
import * as names from "./desk/names.js";
import * as staff from "./staff.js";

export class CallPast {
  #part = byId("past"); #history = byId("call-history"); #work;

  // `work`: does it and tells what goes wrong.
  constructor(work) {
    this.#work = work;
    this.#history.bind(work);
    this.#part.addEventListener("toggle", () => this.#look());
  }

  // Of a call, or of none.
  show(id) {
    this.#part.open = false;
    this.#part.hidden = !id || !staff.kept(); // not of who joined with the link alone
    this.#history.hidden = true;
    this.#history.show(id ? { id, kind: "calls", handOff: { id }, lines: [], packet: null, history: null, document: null } : null);
  }

  #look() {
    this.#history.hidden = !this.#part.open;
    if (this.#part.open) this.#work(async () => { await names.load(); await this.#history.look(true); });
  }
}
