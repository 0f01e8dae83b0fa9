// What is said in a call: segments, which never change, in order of time; and below them what is being said.
import { h } from "./dom.js";
import { clock, word } from "./call-words.js";

const LINE = 48; // pixels: whoever sees the last line sees the end

class Transcript extends HTMLElement {
  #lines = h("div", { class: "utterances", role: "log", "aria-live": "polite", "aria-relevant": "additions" });
  #being = h("div", { class: "being", "aria-live": "off" });
  #partials = new Map();

  connectedCallback() {
    if (this.#lines.isConnected) return;
    this.#lines.setAttribute("aria-label", word("transcript"));
    this.append(this.#lines, this.#being);
  }

  get segments() {
    return this.#lines.children.length;
  }

  // The second at which a turn began, counted from 0 in order of time; null where it is not here.
  startOf(turn) {
    const line = this.#lines.children[turn];
    return line ? Number(line.dataset.start) : null;
  }

  // Shows where a turn was said.
  point(turn) {
    this.querySelector(".pointed")?.classList.remove("pointed");
    const line = this.#lines.children[turn];
    line.classList.add("pointed");
    line.tabIndex = -1;
    line.focus();
  }

  // A segment; `time(segment)` makes what stands for its hour. The same one again changes nothing.
  add(segment, time = plainTime) {
    this.#settle(segment);
    const id = `${segment.track}-${segment.number}`;
    if (this.#lines.querySelector(`[data-id="${id}"]`)) return;
    const follows = this.#follows();
    for (const { begun } of segment.dictated ?? []) if (begun) this.#withdraw(segment, begun);
    const line = h("div", { class: `utterance ${segment.track}`, "data-id": id, "data-start": segment.start },
      h("p", { class: "who" }, h("strong", {}, word(segment.track)), " ", time(segment)),
      h("p", { class: "words", lang: segment.language }, ...segment.words.flatMap((each) => [wordOf(each), " "])),
      ...(segment.dictated ?? []).map((one) => dictatedOf(one, segment)));
    const later = [...this.#lines.children].reverse().find((other) => Number(other.dataset.start) <= segment.start);
    if (later) later.after(line);
    else this.#lines.prepend(line);
    if (follows) this.#toEnd();
  }

  partial({ track, number, language, stable, tentative }) {
    if (this.#lines.querySelector(`[data-id="${track}-${number}"]`)) return this.#drop(track); // it came late
    const follows = this.#follows();
    const line = h("div", { class: `utterance partial ${track}`, "data-number": number },
      h("p", { class: "who" }, h("strong", {}, word(track)), " …"),
      h("p", { class: "words", lang: language }, h("span", { class: "stable" }, stable), " ", h("span", { class: "tentative" }, tentative)));
    const before = this.#partials.get(track);
    if (before) before.replaceWith(line);
    else this.#being.append(line);
    this.#partials.set(track, line);
    if (follows) this.#toEnd();
  }

  clear() {
    this.#lines.replaceChildren();
    this.#being.replaceChildren();
    this.#partials.clear();
  }

  // A number that began in earlier lines is whole now: what they asked for is asked no more.
  #withdraw({ track, number }, begun) {
    for (let part = begun.number; part < number; part++) {
      const first = part === begun.number ? begun.word : 0;
      for (const told of this.#lines.querySelectorAll(`[data-id="${track}-${part}"] .dictated`))
        if (Number(told.dataset.last) >= first) told.remove();
    }
  }

  #settle({ track, number }) {
    if (Number(this.#partials.get(track)?.dataset.number) <= number) this.#drop(track);
  }

  #drop(track) {
    this.#partials.get(track)?.remove();
    this.#partials.delete(track);
  }

  get #last() {
    return this.#being.lastElementChild ?? this.#lines.lastElementChild;
  }

  // Whoever sees the end goes on seeing the end; whoever reads something else stays there.
  #follows() {
    if (!this.hasAttribute("follows")) return false;
    if (this.#scrolls) return this.scrollTop + this.clientHeight > this.scrollHeight - LINE;
    return (this.#last ?? this).getBoundingClientRect().top < innerHeight;
  }

  // On a small screen it has a window of its own, and what is below it stays where it is.
  get #scrolls() {
    return getComputedStyle(this).overflowY === "auto";
  }

  #toEnd() {
    if (this.#scrolls) this.scrollTop = this.scrollHeight;
    else this.#last.scrollIntoView({ block: "nearest" });
  }
}

const plainTime = ({ start }) => h("time", {}, clock(start));

// A doubtful word is underlined and has a sign, and says so to whoever hears the page.
function wordOf({ text, start, end, suspect }) {
  const doubt = suspect ? [h("span", { class: "sign", "aria-hidden": "true" }, "?"), h("span", { class: "hidden" }, ` (${word("doubtful")})`)] : [];
  return h("span", { class: suspect ? "word suspect" : "word", "data-start": start, "data-end": end }, text, ...doubt);
}

// A number: as it was dictated when that is sure; else what to read back, or what to ask for again.
// Without a group to blame, the whole of it is.
function dictatedOf({ status, value, offer, again, words: all }, { words }) {
  const doubtful = (again.length ? again : all).map((n) => words[n].text).join(" ");
  const text = { sure: value, repair: offer, ask_again: doubtful }[status];
  return h("p", { class: "dictated", "data-last": all.at(-1) }, word(`dictated-${status.replace("_", "-")}`), " ", h("strong", {}, text));
}

customElements.define("isac-transcript", Transcript);
