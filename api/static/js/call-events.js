// What happens in a call, as it happens: an event stream that is taken up again where it was cut.
import { Offline, send } from "./http.js";

const AGAIN_MS = 1000;
const SILENT_MS = 40_000; // the service says something every fifteen seconds

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

  async *#stream(token, id, last) {
    const silence = new AbortController();
    const headers = { Accept: "text/event-stream", ...(last ? { "Last-Event-ID": last } : {}) };
    const signal = AbortSignal.any([silence.signal, this.#stopped.signal]);
    const response = await send("GET", `/v1/calls/${encodeURIComponent(id)}/events`, { token, headers, signal });
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
