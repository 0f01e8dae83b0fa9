// One side of a call to the service. What is said while the line is cut waits here, and goes on from what the service has.
import { audioSocket } from "./calls.js";

export const RATE = 16_000;
const KEPT = 30 * RATE;
const AHEAD_BYTES = 2 * 2 * RATE; // given to the browser at once: two seconds
const AGAIN_MS = [250, 500, 1000, 2000, 4000];
const SILENT_MS = 6000; // the service confirms every second what it gets
const REFUSED = new Set([4400, 4401, 4403, 4404, 4409, 4410]);
const LAST_WORDS_MS = 6000;
const GAP = 3600 * RATE; // the service takes no longer leap

// Events: `open`, `cut`, `lost` with seconds, `refused` with {code, problem}.
export class CallLine extends EventTarget {
  #where; #since; #socket; #problem = null; #tries = 0; #timer; #watch; #over;
  #pieces = []; // {at, pcm}: positions count from the beginning of this line
  #sent = 0; // how many of them the browser has
  #said = 0; // samples so far
  #base = null; // position on the track of the first sample, once the service says what it has
  #ready = false;
  #ending = false; // nothing more is said
  #finished = false; // and the service was told so

  // `since`: when the track began for this tab (milliseconds), so that a page loaded again keeps its time; else null.
  constructor(where, since = null) {
    super();
    this.#where = where;
    this.#since = since;
    this.#connect();
    window.addEventListener("online", this.#now);
  }

  // Sound of the microphone, in order.
  speak(pcm) {
    if (this.#ending) return;
    this.#pieces.push({ at: this.#said, pcm });
    this.#said += pcm.length;
    this.#bound();
    this.#pump(AHEAD_BYTES);
  }

  // When the first sample of the track was said, in milliseconds; null until it is known.
  get since() {
    return this.#base === null ? null : Date.now() - ((this.#base + this.#said) / RATE) * 1000;
  }

  // Nothing more is said: resolves when the service has it all, or after a while without it.
  async end() {
    this.#ending = true;
    const over = new Promise((done) => { this.#over = done; });
    if (this.#ready) this.#finish();
    await Promise.race([over, new Promise((done) => setTimeout(done, LAST_WORDS_MS))]);
    this.close();
  }

  close() {
    this.#ending = true;
    this.#over?.();
    window.removeEventListener("online", this.#now);
    clearTimeout(this.#timer);
    this.#drop();
  }

  #connect() {
    const { token, id, track } = this.#where;
    const socket = (this.#socket = audioSocket(token, id, track, RATE));
    socket.onmessage = ({ data }) => this.#told(JSON.parse(data));
    socket.onclose = ({ code }) => this.#closed(code);
    this.#alive();
  }

  #told(message) {
    this.#alive();
    if (message.type === "ready") this.#begin(Math.round(message.received_s * RATE));
    if (message.type === "ack") this.#forget(Math.round(message.received_s * RATE));
    if (message.type === "problem") this.#problem = message;
  }

  #begin(received) {
    const elapsed = this.#since === null ? 0 : Math.round(((Date.now() - this.#since) / 1000) * RATE) - this.#said;
    this.#base ??= Math.max(received, Math.min(elapsed, received + GAP));
    this.#forget(received);
    this.#sent = 0;
    this.#tries = 0;
    this.#problem = null;
    this.#ready = true;
    if (this.#ending) this.#finish();
    else this.#pump(AHEAD_BYTES);
    this.dispatchEvent(new Event("open"));
  }

  #finish() {
    this.#pump(Infinity);
    this.#socket.send(JSON.stringify({ type: "end" }));
    this.#finished = true;
  }

  // What the service has is not kept any more, nor sent again.
  #forget(received) {
    while (this.#pieces.length && this.#base + this.#pieces[0].at + this.#pieces[0].pcm.length <= received) this.#shift();
  }

  #bound() {
    while (this.#said - this.#pieces[0].at > KEPT) {
      if (!this.#ready || this.#sent === 0) this.#lose(this.#pieces[0].pcm.length);
      this.#shift();
    }
  }

  #lose(samples) {
    this.dispatchEvent(new CustomEvent("lost", { detail: samples / RATE }));
  }

  #shift() {
    this.#pieces.shift();
    this.#sent = Math.max(0, this.#sent - 1);
  }

  #pump(ahead) {
    while (this.#ready && this.#sent < this.#pieces.length && this.#socket.bufferedAmount < ahead) {
      const { at, pcm } = this.#pieces[this.#sent++];
      this.#socket.send(framed(this.#base + at, pcm));
    }
  }

  // A line that says nothing for a while is dead, although nobody told.
  #alive() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#closed(1006), SILENT_MS);
  }

  #closed(code) {
    this.#drop();
    if (this.#finished && code === 1000) return this.close();
    if (REFUSED.has(code)) {
      this.close();
      this.dispatchEvent(new CustomEvent("refused", { detail: { code, problem: this.#problem } }));
      return;
    }
    this.dispatchEvent(new CustomEvent("cut", { detail: this.#problem }));
    this.#timer = setTimeout(() => this.#connect(), AGAIN_MS[Math.min(this.#tries++, AGAIN_MS.length - 1)]);
  }

  #drop() {
    clearTimeout(this.#watch);
    this.#ready = false;
    if (!this.#socket) return;
    this.#socket.onmessage = this.#socket.onclose = null;
    this.#socket.close();
    this.#socket = null;
  }

  #now = () => {
    if (this.#socket) return;
    clearTimeout(this.#timer);
    this.#connect();
  };
}

// Eight bytes of position, then the samples, all little-endian.
function framed(position, pcm) {
  const message = new ArrayBuffer(8 + 2 * pcm.length);
  const view = new DataView(message);
  view.setBigUint64(0, BigInt(position), true);
  pcm.forEach((sample, n) => view.setInt16(8 + 2 * n, sample, true));
  return message;
}
