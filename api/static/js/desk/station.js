// Who sits here and what they do: told to the service again and again, so that it knows that they are there.
import { Offline } from "../http.js";
import * as staff from "../staff.js";
import * as api from "./api.js";

const AGAIN_MS = 10_000; // not heard of for 45 s, an agent is away
const KEY = "isac.desk.serving";
const NEW = { state: "away", languages: [document.documentElement.lang], units: [], skills: [], most: 2 };

// What was chosen the day before is chosen still; only nobody is available before they say so.
function kept() {
  try {
    return { ...NEW, ...JSON.parse(localStorage.getItem(KEY)), state: "away" };
  } catch {
    return NEW;
  }
}

// Events: `change`; `refused` with what the service said.
export class Station extends EventTarget {
  #wish = kept(); #timer = null; #me = null; #key = null;

  get me() {
    return this.#me;
  }

  get wish() {
    return this.#wish;
  }

  async begin() {
    this.#key = staff.kept();
    await this.#tell();
    this.#again();
  }

  async set(changes) {
    this.#wish = { ...this.#wish, ...changes };
    const { state: _, ...lasting } = this.#wish;
    try {
      localStorage.setItem(KEY, JSON.stringify(lasting));
    } catch {
      // Chosen again tomorrow.
    }
    await this.#tell();
  }

  async end() {
    clearTimeout(this.#timer);
    this.#timer = this.#me = null;
    if (this.#key) await api.leave(this.#key).catch(() => null); // it is noticed without it
    this.#key = null;
  }

  #again() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      try {
        await this.#tell();
      } catch (error) {
        if (!(error instanceof Offline)) this.dispatchEvent(new CustomEvent("refused", { detail: error }));
      }
      if (this.#timer) this.#again();
    }, AGAIN_MS);
  }

  async #tell() {
    const before = JSON.stringify(this.#me);
    this.#me = await api.enter(this.#wish);
    if (JSON.stringify(this.#me) !== before) this.dispatchEvent(new Event("change"));
  }
}
