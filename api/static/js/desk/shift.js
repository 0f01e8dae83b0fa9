// The conversations of this agent, and the one in front.
import { Offline, Problem } from "../http.js";
import { Conversation } from "./conversation.js";

// Events: `change`; `front`, when another one came in front; `opened`, `heard` and `read` with the conversation; `trouble` with the error.
export class Shift extends EventTarget {
  all = new Map(); front = null;

  // As the floor says: what is held and not here is opened, what is here and no longer held is left.
  // `read`: what this agent is only asked about; once it is theirs, it is opened anew.
  keep(held, read = new Map()) {
    const { front } = this, isRead = (id) => !held.has(id) && read.has(id);
    for (const [id, conversation] of this.all) {
      if (!(held.has(id) || read.has(id)) || conversation.reads !== isRead(id)) this.#leave(id, conversation);
    }
    for (const [id, standing] of new Map([...read, ...held])) {
      if (this.all.has(id)) this.all.get(id).standing = standing;
      else this.#open(id, new Conversation(standing, { reads: isRead(id) }));
    }
    if (front && !this.front && this.all.has(front.handOff.id)) this.pick(front.handOff.id);
    if (!this.front && this.all.size) this.pick(this.all.keys().next().value);
    this.#changed();
  }

  pick(id) {
    const picked = this.all.get(id) ?? null;
    if (picked === this.front) return;
    this.front?.show(false);
    this.front = picked;
    picked?.show(!document.hidden);
    this.dispatchEvent(new Event("front"));
    this.#changed();
  }

  next() {
    const ids = [...this.all.keys()];
    if (ids.length) this.pick(ids[(ids.indexOf(this.front?.handOff.id) + 1) % ids.length]);
  }

  get unread() {
    return [...this.all.values()].reduce((sum, { unread }) => sum + unread, 0);
  }

  end() {
    this.keep(new Map());
  }

  // Followed with the key that there is now.
  resume() {
    for (const [id, conversation] of this.all) this.#follow(id, conversation);
  }

  #open(id, conversation) {
    this.all.set(id, conversation);
    conversation.addEventListener("change", () => this.#changed());
    for (const kind of ["opened", "heard", "read"]) {
      conversation.addEventListener(kind, () => this.dispatchEvent(new CustomEvent(kind, { detail: conversation })));
    }
    this.#follow(id, conversation);
  }

  async #follow(id, conversation) {
    try {
      await conversation.open();
    } catch (error) {
      if (!(error instanceof Offline || error instanceof Problem)) throw error;
      if (this.all.get(id) !== conversation) return; // it was left meanwhile
      this.dispatchEvent(new CustomEvent("trouble", { detail: { error, again: () => this.#follow(id, conversation) } }));
    }
  }

  #leave(id, conversation) {
    conversation.close();
    this.all.delete(id);
    if (this.front !== conversation) return;
    this.front = null;
    this.dispatchEvent(new Event("front"));
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
