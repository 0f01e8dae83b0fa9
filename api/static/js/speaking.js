// This browser's side of a call: its microphone and its line, with what the person sees of both.
import { byId } from "./dom.js";
import { CallLine } from "./call-line.js";
import { count, word } from "./call-words.js";
import * as tab from "./call-tab.js";

// Events: `refused` as of the line; `silent`, when the microphone was unplugged.
export class Speaking extends EventTarget {
  #where; #microphone; #line; #lost = 0; #muted = false;

  constructor(where, microphone) {
    super();
    this.#where = where;
    this.#microphone = microphone;
    this.#tell("connecting");
    this.#line = new CallLine(where, tab.known(where.id)[where.track] ?? null);
    this.#listen();
    byId("mute").onclick = () => this.#mute(!this.#muted);
    this.#mute(false);
    byId("lost-sound").textContent = "";
  }

  get track() {
    return this.#where.track;
  }

  // What was said last is sent, and confirmed.
  async end() {
    this.#microphone.close();
    await this.#line.end();
  }

  stop() {
    this.#microphone.close();
    this.#line.close();
  }

  #listen() {
    const { id, track } = this.#where;
    this.#microphone.addEventListener("sound", ({ detail: { pcm, peak } }) => {
      byId("level").value = Math.sqrt(peak); // ears count in proportions
      this.#line.speak(pcm);
    });
    this.#microphone.addEventListener("lost", () => { this.stop(); this.dispatchEvent(new Event("silent")); });
    this.#line.addEventListener("open", () => {
      this.#tell("connected");
      tab.note(id, { [track]: this.#line.since });
    });
    this.#line.addEventListener("cut", ({ detail }) => this.#tell("cut", detail));
    this.#line.addEventListener("lost", ({ detail }) => {
      this.#lost += detail;
      byId("lost-sound").textContent = `${word("lost-sound")} ${count(Math.ceil(this.#lost))}`;
    });
    this.#line.addEventListener("refused", ({ detail }) => {
      this.stop();
      this.dispatchEvent(new CustomEvent("refused", { detail }));
    });
  }

  // Too many calls, or no speech: the service says it better than we do.
  #tell(key, problem = null) {
    const line = byId("line");
    const text = problem ? `${problem.title}. ${problem.detail}` : word(key);
    if (line.textContent !== text) line.textContent = text;
    line.dataset.state = key;
  }

  #mute(muted) {
    this.#muted = muted;
    this.#microphone.silence("mute", muted);
    byId("mute").textContent = word(muted ? "unmute" : "mute"); // what pressing it does
    byId("mute").dataset.on = muted;
    byId("who").textContent = muted ? word("muted") : word(this.#where.track);
  }
}
