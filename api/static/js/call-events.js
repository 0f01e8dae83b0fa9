// What happens in a call, as it happens: an event stream that is taken up again where it was cut.
import { readEvents } from "./event-stream.js";
import { Offline, send } from "./http.js";

const AGAIN_MS = 1000;

export class CallEvents extends EventTarget {
  #stopped = new AbortController();

  // Events of this target: those of the call by their kind, `cut` and `back`. Throws Problem, when asking again is no use.
  async follow(token, id) {
    let last = "", cut = false;
    while (!this.#stopped.signal.aborted) {
      try {
        for await (const { kind, body, number } of this.#stream(token, id, last)) {
          if (cut) this.dispatchEvent(new Event("back"));
          cut = false;
          last = number || last;
          if (kind) this.dispatchEvent(new CustomEvent(kind, { detail: body }));
          if (kind === "ended") return;
        }
      } catch (error) {
        if (!(error instanceof Offline) && !(error.body?.status >= 429)) throw error;
      }
      if (!cut && !this.#stopped.signal.aborted) this.dispatchEvent(new Event("cut"));
      cut = true;
      await new Promise((go) => setTimeout(go, AGAIN_MS));
    }
  }

  stop() {
    this.#stopped.abort();
  }

  #stream(token, id, last) {
    const path = `/v1/calls/${encodeURIComponent(id)}/events`;
    const ask = (headers, signal) => send("GET", path, { token, headers: { Accept: "text/event-stream", ...headers }, signal });
    return readEvents(ask, last, this.#stopped.signal);
  }
}
