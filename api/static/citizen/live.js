// What happens in a conversation, as it happens, in whatever tab or process: listened to as long as the page is open.
import { readEvents } from "../js/event-stream.js";
import { events, Offline, Problem } from "../js/http.js";

const AGAIN_MS = [500, 1000, 2000, 5000, 10_000];

export class Live extends EventTarget {
  #stop = new AbortController();

  // Events of this target: those of the conversation by their kind. `last`: the id of the last event known.
  async follow(session, last = "") {
    let fails = 0;
    while (!this.#stop.signal.aborted) {
      try {
        for await (const { kind, body, number } of readEvents((headers, signal) => events(session, headers, signal), last, this.#stop.signal)) {
          last = number || last;
          if (!kind) this.dispatchEvent(new Event("there"));
          else this.dispatchEvent(new CustomEvent(kind, { detail: body }));
          if (kind) fails = 0;
        }
      } catch (error) {
        if (error instanceof Problem && error.body.status < 429) return; // it is over: the next message will tell why
        if (!(error instanceof Offline) && !(error instanceof Problem)) throw error;
      }
      await this.#pause(AGAIN_MS[Math.min(fails++, AGAIN_MS.length - 1)]);
    }
  }

  stop() {
    this.#stop.abort();
  }

  // A line that comes back is tried at once.
  #pause(time) {
    return new Promise((go) => {
      const timer = setTimeout(go, time);
      for (const [target, name] of [[globalThis, "online"], [this.#stop.signal, "abort"]]) {
        target.addEventListener(name, () => { clearTimeout(timer); go(); }, { once: true });
      }
    });
  }
}
