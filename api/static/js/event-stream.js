// Events of the service as they happen: a stream that is taken up again where it was cut. Over fetch: unlike
// EventSource it sends a token, and notices a silent line.
import { Offline, send } from "./http.js";

const AGAIN_MS = [500, 1000, 2000, 5000, 10_000];
const SILENT_MS = 40_000; // the service says something every fifteen seconds

export class EventStream extends EventTarget {
  #stopped = new AbortController();

  // Events of this target: those of the stream by their kind; `there` each time that the line is
  // open, `cut` and `back`. Throws Problem, when asking again is no use. `last`: the id of the last event seen; `until`:
  // the kind of the last one. `token`: the key, or what gives it anew for each connection.
  async follow(token, path, { last = "", until = null } = {}) {
    let cut = false, fails = 0;
    while (!this.#stopped.signal.aborted) {
      try {
        for await (const { kind, body, number } of this.#stream(token, path, last)) {
          if (cut) this.dispatchEvent(new Event("back"));
          cut = false;
          last = number || last;
          if (!kind) this.dispatchEvent(new Event("there"));
          else this.dispatchEvent(new CustomEvent(kind, { detail: body }));
          if (kind) fails = 0;
          if (kind && kind === until) return;
        }
      } catch (error) {
        if (!(error instanceof Offline) && !(error.body?.status >= 429)) throw error;
      }
      if (!cut && !this.#stopped.signal.aborted) this.dispatchEvent(new Event("cut"));
      cut = true;
      await this.#pause(AGAIN_MS[Math.min(fails++, AGAIN_MS.length - 1)]);
    }
  }

  stop() {
    this.#stopped.abort();
  }

  // A line that comes back is tried at once.
  #pause(time) {
    return new Promise((go) => {
      const timer = setTimeout(go, time);
      for (const [target, name] of [[globalThis, "online"], [this.#stopped.signal, "abort"]]) {
        target.addEventListener(name, () => { clearTimeout(timer); go(); }, { once: true });
      }
    });
  }

  async *#stream(token, path, last) {
    const silence = new AbortController();
    const headers = { Accept: "text/event-stream", ...(last ? { "Last-Event-ID": last } : {}) };
    const signal = AbortSignal.any([silence.signal, this.#stopped.signal]);
    const key = typeof token === "function" ? await token() : token;
    const response = await send("GET", path, { token: key, headers, signal });
    yield {}; // it is there again
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let held = "", timer;
    while (true) {
      timer = setTimeout(() => silence.abort(), SILENT_MS);
      const { done, value } = await reader.read().catch(() => ({ done: true }));
      clearTimeout(timer);
      if (done) return;
      const parts = (held + value).replaceAll("\r\n", "\n").split("\n\n");
      held = parts.pop();
      yield* parts.map(parse).filter(({ kind }) => kind);
    }
  }
}

function parse(text) {
  const fields = Object.fromEntries(text.split("\n").map((line) => line.split(/: (.*)/s, 2)));
  return fields.data ? { kind: fields.event, body: JSON.parse(fields.data), number: fields.id } : {};
}
