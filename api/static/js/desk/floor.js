// What goes on at the desk: the offer to this agent, what they hold, who waits, who is there.
import * as staff from "../staff.js";
import { EventStream } from "../event-stream.js";
import * as api from "./api.js";

// Events: `offer` (a new one), `consultation` with {one, before}, `change` of any of it, `cut`, `back`.
export class Floor extends EventTarget {
  offers = []; held = new Map(); counts = { total: 0, urgent: 0, longest_s: 0 }; waiting = []; present = []; consultations = new Map();
  #stream = null;

  async begin() {
    this.#stream?.stop();
    const stream = this.#stream = new EventStream();
    const on = (kind, work) => stream.addEventListener(kind, ({ detail }) => { work(detail); this.#changed(); });
    on("offer", (offer) => this.#offered(offer));
    on("withdrawn", ({ id }) => { this.#withdraw(id); this.held.delete(id); this.#forget(id); });
    on("consultation", (one) => this.#consulted(one));
    for (const kind of ["held", "asked_in"]) on(kind, ({ standing }) => this.#hold(standing)); // a supervisor is asked in
    on("presence", ({ present }) => { this.present = present; });
    stream.addEventListener("queue", ({ detail }) => { this.counts = detail; this.#readQueue(); });
    for (const kind of ["cut", "back"]) stream.addEventListener(kind, () => this.dispatchEvent(new Event(kind)));
    await this.refresh();
    return stream.follow(staff.kept(), "/v1/desk/events");
  }

  // What may have been missed while nothing came.
  async refresh() {
    const [mine, waiting, consultations] = await Promise.all([api.mine(), api.queue(), api.consultations()]);
    this.consultations = new Map(consultations.map((one) => [one.id, one]));
    this.held = new Map(mine.filter(({ state }) => state === "held").map((one) => [one.hand_off.id, one]));
    this.offers = this.offers.filter(({ hand_off: { id } }) => mine.some((one) => one.hand_off.id === id && one.state === "offered"));
    this.waiting = waiting;
    this.#changed();
  }

  async accept(handOff) {
    await api.accept(handOff.id);
    this.offers = this.offers.filter(({ hand_off }) => hand_off.id !== handOff.id);
    this.waiting = this.waiting.filter(({ id }) => id !== handOff.id);
    const [standing] = (await api.mine()).filter(({ hand_off }) => hand_off.id === handOff.id);
    if (standing) this.#hold(standing);
    this.#changed();
  }

  async decline(handOff) {
    this.#withdraw(handOff.id);
    this.#changed();
    await api.decline(handOff.id);
  }

  // How a hand-off of this agent stands now.
  keep(standing) {
    this.#hold(standing);
    this.#changed();
  }

  // As the service has just answered.
  consulted(one) {
    this.#consulted(one);
    this.#changed();
  }

  forget(id) {
    this.consultations.delete(id);
    this.#changed();
  }

  // It was given away or is over.
  release(id) {
    this.held.delete(id);
    this.#changed();
  }

  end() {
    this.#stream?.stop();
    this.#stream = null;
    this.offers = [];
    this.held = new Map();
    this.consultations = new Map();
    this.waiting = [];
    this.present = [];
  }

  #offered(offer) {
    const known = this.offers.some(({ hand_off }) => hand_off.id === offer.hand_off.id);
    this.offers = [...this.offers.filter(({ hand_off }) => hand_off.id !== offer.hand_off.id), offer];
    if (!known) this.dispatchEvent(new Event("offer"));
  }

  // Of two answers that cross, the later one counts.
  #consulted(one) {
    const before = this.consultations.get(one.id);
    if (before && (before.lines.length > one.lines.length || before.since > one.since)) return;
    this.consultations.set(one.id, one);
    this.dispatchEvent(new CustomEvent("consultation", { detail: { one, before } }));
  }

  #forget(id) {
    const before = this.consultations.get(id);
    if (!this.consultations.delete(id)) return;
    this.dispatchEvent(new CustomEvent("consultation", { detail: { one: null, before } }));
  }

  #withdraw(id) {
    this.offers = this.offers.filter(({ hand_off }) => hand_off.id !== id);
  }

  #hold(standing) {
    this.#withdraw(standing.hand_off.id);
    if (standing.state === "held") this.held.set(standing.hand_off.id, standing);
    else this.held.delete(standing.hand_off.id);
  }

  async #readQueue() {
    try {
      this.waiting = await api.queue();
    } catch {
      // The counts are right; the list is read with the next change.
    }
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
