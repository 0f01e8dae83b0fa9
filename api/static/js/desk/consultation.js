// What two members of staff write about a conversation. The person in it sees nothing of this.
import { h } from "../dom.js";
import { word } from "../call-words.js";
import { hour } from "./moments.js";

class Consultation extends HTMLElement {
  #of = null; #one = null; #head; #lines; #box; #write; #deeds; #log;

  connectedCallback() {
    if (this.#head) return;
    this.#head = h("p", { class: "rest", role: "status" });
    this.#log = h("div", { class: "lines", role: "log", "aria-label": word("consult-lines"), tabindex: 0 });
    this.#box = h("textarea", { id: "consult-write", rows: 2, maxlength: 4000, autocomplete: "off", "aria-label": word("consult-write"), placeholder: word("consult-write") });
    this.#write = h("form", { class: "write", onsubmit: (event) => { event.preventDefault(); this.#send(); } },
      this.#box, h("button", { class: "send", type: "submit" }, word("send")));
    this.#deeds = h("p", { class: "row" });
    this.#box.addEventListener("input", () => { this.#of.consultDraft = this.#box.value; });
    this.#box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.altKey || event.isComposing) return;
      event.preventDefault();
      this.#send();
    });
    this.replaceChildren(this.#head, this.#log, this.#write, this.#deeds, h("p", { class: "rest" }, word("consult-only-staff")));
  }

  // Events: `say` with the text; `give`, `end`, `again`. `me`: who sits here. What is being written stays.
  show(conversation, one, me) {
    if (this.#of !== conversation) {
      this.#of = conversation;
      this.#lines = new Set();
      this.#log.replaceChildren();
      this.#box.value = conversation.consultDraft ?? "";
    }
    const isMine = one.asker.who === me, lasts = one.state === "asked" || one.state === "open";
    const status = headOf(one, isMine);
    if (this.#head.textContent !== status) this.#head.textContent = status;
    if (this.#one?.id !== one.id) { this.#lines = new Set(); this.#log.replaceChildren(); }
    this.#add(one, me);
    this.#write.hidden = !lasts;
    if (this.#one?.id !== one.id || this.#one.state !== one.state) this.#draw(one, isMine, lasts);
    this.#one = one;
  }

  focus() {
    this.#box.focus();
  }

  // What is there is not drawn anew: it is read out once, and nothing moves.
  #add({ lines }, me) {
    for (const { number, who, name, text, at } of lines) {
      if (this.#lines.has(number)) continue;
      this.#lines.add(number);
      const mine = who === me;
      this.#log.append(h("div", { class: `line ${mine ? "agent" : "citizen"}` },
        h("p", { class: "who" }, h("strong", {}, mine ? word("you") : name), " ", h("time", { datetime: at }, hour(at))), h("div", { class: "words" }, text)));
      this.#log.scrollTop = this.#log.scrollHeight;
    }
  }

  #draw({ state, colleague }, isMine, lasts) {
    const deed = (name, style, ...label) => h("button", { type: "button", class: style, onclick: () => this.dispatchEvent(new Event(name)) }, ...label);
    const had = this.#deeds.contains(document.activeElement);
    this.#deeds.replaceChildren(...[
      isMine && state === "open" && deed("give", "primary", `${word("consult-give")} ${colleague.name}`),
      lasts && deed("end", "quiet", word("consult-end")),
      isMine && !lasts && deed("again", "ghost", word("consult-again")),
    ].filter(Boolean));
    if (had) (this.#deeds.querySelector("button") ?? this.#log).focus();
  }

  #send() {
    const text = this.#box.value.trim();
    if (text) this.dispatchEvent(new CustomEvent("say", { detail: text }));
  }

  // It was taken down: what was written since then stays.
  sent(text) {
    if (this.#box.value.trim() !== text) return;
    this.#box.value = this.#of.consultDraft = "";
  }
}

function headOf({ state, asker, to, colleague }, isMine) {
  if (state === "asked") return `${word("consult-asked")} ${to}`;
  if (state === "open") return `${word("consult-with")} ${isMine ? colleague.name : asker.name}`;
  return word(`consult-${state}`);
}

customElements.define("isac-consultation", Consultation);
