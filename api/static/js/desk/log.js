// What was said, each voice apart. What is there stays where it is; one is at the end unless one went up to read.
import { h } from "../dom.js";
import { word } from "../call-words.js";
import { hour } from "./moments.js";
import { sources } from "../copilot/sources.js";

const NEAR_PX = 80;

class Talk extends HTMLElement {
  #log; #status; #down; #shown = null; #nodes = new Map(); #follows = true;

  connectedCallback() {
    this.#log = h("div", { class: "lines", role: "log", "aria-label": word("log"), tabindex: 0 });
    this.#status = h("p", { class: "typing", role: "status" });
    this.#down = h("button", { type: "button", class: "down", hidden: true, onclick: () => this.#toEnd() }, word("down"));
    this.#log.addEventListener("scroll", () => {
      this.#follows = this.#isNearEnd();
      if (this.#follows) this.#down.hidden = true;
    });
    new ResizeObserver(() => { if (this.#follows) this.#toEnd(); }).observe(this.#log); // what is below it grew
    this.replaceChildren(this.#log, this.#down, this.#status);
  }

  // Event: `again` with the key of what was not sent.
  show(conversation) {
    this.hidden = !conversation;
    if (!conversation) { this.#shown = null; return; }
    const isNew = this.#shown !== conversation;
    if (isNew) this.#begin(conversation);
    const before = this.#nodes.size, wasNearEnd = this.#isNearEnd();
    this.#lay(conversation);
    const isMine = this.#nodes.size > before && conversation.lines.at(-1).speaker === "agent"; // one looks for what one wrote
    const follows = isNew || isMine || wasNearEnd;
    this.#status.textContent = conversation.typing ? word("typing") : "";
    if (follows) this.#toEnd();
    else if (this.#nodes.size > before) this.#down.hidden = false;
    if (isNew) requestAnimationFrame(() => this.#log.setAttribute("aria-live", "polite"));
  }

  // Another conversation is not read out from its beginning.
  #begin(conversation) {
    this.#shown = conversation;
    this.#nodes = new Map();
    this.#log.setAttribute("aria-live", "off");
    this.#log.replaceChildren();
    this.#down.hidden = true;
  }

  #lay(conversation) {
    const keys = new Set();
    let last = null, speaker = null;
    for (const line of conversation.lines) {
      const key = line.number ?? line.key;
      keys.add(key);
      const node = this.#nodes.get(key) ?? this.#line(line, conversation);
      this.#nodes.set(key, node);
      node.classList.toggle("goes-on", speaker === line.speaker);
      this.#state(node, line, conversation);
      const next = last ? last.nextSibling : this.#log.firstChild;
      if (next !== node) this.#log.insertBefore(node, next);
      last = node;
      speaker = line.speaker;
    }
    for (const [key, node] of this.#nodes) if (!keys.has(key)) { node.remove(); this.#nodes.delete(key); }
  }

  #line(line, { handOff }) {
    const name = { citizen: word("person"), assistant: word("assistant"), agent: line.name ?? word("you") }[line.speaker];
    const lang = line.language ?? (line.speaker === "agent" ? undefined : handOff.language);
    return h("div", { class: `line ${line.speaker}` },
      h("p", { class: "who" }, h("strong", {}, name), " ", h("time", { datetime: line.at }, hour(line.at))),
      h("div", { class: "words", lang }, line.text), h("div", { class: "translation" }), sources(line.citations), h("p", { class: "fate" }));
  }

  // Only what was sent last tells how far it came: older ones came as far.
  #state(node, line, conversation) {
    this.#translation(node.querySelector(".translation"), line.translation);
    const fate = node.lastElementChild;
    const mine = conversation.lines.filter(({ speaker }) => speaker === "agent");
    let text = "";
    if (line.state === "sending") text = word("sending");
    else if (line.state !== "failed" && line === mine.at(-1)) {
      text = conversation.read >= line.number ? word("read") : conversation.delivered >= line.number ? word("delivered") : "";
    }
    for (const state of ["sending", "failed"]) node.classList.toggle(state, line.state === state);
    if (line.state === "failed") {
      if (fate.querySelector("button")) return;
      const again = () => this.dispatchEvent(new CustomEvent("again", { detail: line.key }));
      fate.replaceChildren(word("not-sent"), " ", h("button", { type: "button", class: "plain", onclick: again }, word("retry")));
    } else if (fate.textContent !== text) fate.textContent = text;
  }

  #translation(place, translation) {
    if (!translation || place.childElementCount) return;
    place.replaceChildren(h("p", { class: "by" }, word(translation.text ? "translated" : "untranslated")),
      ...(translation.text ? [h("p", { lang: translation.language }, translation.text)] : []));
  }

  #isNearEnd() {
    return this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < NEAR_PX;
  }

  #toEnd() {
    this.#follows = true;
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#down.hidden = true;
  }
}

customElements.define("isac-talk", Talk);
