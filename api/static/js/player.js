// The sound of a call that has ended, and its words, marked as they are heard.
import * as calls from "./calls.js";
import { byId } from "./dom.js";
import { mixed } from "./wav.js";

const LOOK_BACK = 60; // words that began before this one and may still sound, on the other side

export class Player {
  #audio = byId("sound"); #sides = new Map(); #words = []; #marked = []; #url = null;
  #line = null; // where the sound is; whoever sees it is kept there, whoever reads something else is not called back
  #stopped = false;

  constructor() {
    this.#audio.addEventListener("pause", () => { this.#stopped = true; }); // not when the other side is chosen
    this.#audio.addEventListener("play", () => {
      if (this.#stopped) this.#line = null;
      this.#stopped = false;
      this.#run();
    });
    this.#audio.addEventListener("seeked", () => this.#mark());
    byId("player").addEventListener("change", () => this.#choose());
  }

  get loaded() {
    return this.#sides.size > 0;
  }

  // What is heard now.
  get recording() {
    return this.#sides.get(this.#side);
  }

  // The words of the page by the time they begin. Throws Offline, Problem.
  async load(token, id, tracks) {
    const found = await Promise.all(tracks.map(async (track) => [track, await calls.sound(token, id, track)]));
    this.#sides = new Map([...found, ["both", await mixed(found.map(([, blob]) => blob))]]);
    this.#words = [...document.querySelectorAll("#transcript .word")]
      .map((element) => ({ element, start: Number(element.dataset.start), end: Number(element.dataset.end) }))
      .sort((a, b) => a.start - b.start);
    for (const choice of byId("player").querySelectorAll("[name=side]")) choice.disabled = !this.#sides.has(choice.value);
    this.#choose();
  }

  playFrom(seconds) {
    this.#audio.currentTime = seconds;
    this.#audio.play();
  }

  unload() {
    this.#audio.pause();
    this.#audio.removeAttribute("src");
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = this.#line = null;
    this.#sides.clear();
    this.#show([]);
  }

  get #side() {
    return byId("player").querySelector("[name=side]:checked").value;
  }

  // The other side goes on where this one was.
  #choose() {
    const at = this.#audio.currentTime, playing = !this.#audio.paused;
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#audio.src = this.#url = URL.createObjectURL(this.recording);
    this.#audio.currentTime = at;
    if (playing) this.#audio.play();
  }

  #run() {
    this.#mark();
    if (!this.#audio.paused && !this.#audio.ended) requestAnimationFrame(() => this.#run());
  }

  #mark() {
    const now = this.#audio.currentTime;
    let low = 0, high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#words[middle].start <= now) low = middle + 1;
      else high = middle;
    }
    this.#show(this.#words.slice(Math.max(0, low - LOOK_BACK), low).filter(({ end }) => end > now).map(({ element }) => element));
  }

  #show(elements) {
    for (const old of this.#marked) if (!elements.includes(old)) old.classList.remove("heard");
    for (const element of elements) element.classList.add("heard");
    this.#marked = elements;
    const line = elements[0]?.closest(".utterance");
    if (!line || line === this.#line) return;
    if (!this.#line || seen(this.#line)) line.scrollIntoView({ block: "nearest" });
    this.#line = line;
  }
}

const seen = (line) => {
  const { top, bottom } = line.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};
