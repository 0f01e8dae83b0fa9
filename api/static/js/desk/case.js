// The person in front: what is known of them before a word is said, and what can be done for them.
import { h } from "../dom.js";
import { languageName, word } from "../call-words.js";
import { hour, officeMoment } from "./moments.js";
import { officeName } from "./names.js";
import "./call-to-make.js";
import { about, alarm } from "./person.js";

const ROOMY = "(min-width: 68rem) and (min-height: 46rem)"; // elsewhere what is said needs the room
const DEEDS = ["book", "transfer", "supervisor", "return", "close"];
const KNOWN = new Set(["established", "done"]); // what was answered stands below, with its sources
const row = (label, ...values) => h("div", {}, h("dt", {}, label), h("dd", {}, ...values));

// A value that the assistant noted, as people say it.
function given(name, value) {
  if (name === "slot") return officeMoment(value);
  if (name === "office") return officeName(value);
  if (name === "channel") return word(`channel-${value}`);
  return value;
}

class Case extends HTMLElement {
  #shown = null; #packetShown = null;

  // Events: those of DEEDS. `me`: who sits here; what another agent has is told with their name.
  show(conversation, me) {
    if (!conversation) {
      this.#shown = null;
      return this.replaceChildren(h("div", { class: "nobody" }, h("h2", { id: "talk-title" }, word("nobody")), h("p", {}, word("nobody-hint"))));
    }
    const { packet } = conversation, isNew = this.#shown !== conversation;
    if (!isNew && this.#packetShown === packet) return;
    this.#shown = conversation;
    this.#packetShown = packet;
    if (!isNew) return this.querySelector(".packet").replaceWith(this.#packet(conversation));
    const { handOff, standing } = conversation;
    const deed = (kind) => h("button", { type: "button", class: kind === "close" ? "quiet last" : "quiet", "data-deed": kind,
      onclick: () => this.dispatchEvent(new Event(kind)) }, word(kind));
    this.replaceChildren(
      h("div", { class: "case-head" },
        h("div", { class: "case-title" }, h("h2", { id: "talk-title", tabindex: -1 }, alarm(handOff), about(handOff)),
          h("p", { class: "marks" }, h("strong", {}, word("speaks"), " ", languageName(handOff.language)),
            ` · ${handOff.id} · ${handOff.unit} · ${word("waits-since")} ${hour(handOff.created_at)}`,
            me && standing.agent && standing.agent.who !== me ? ` · ${word("has-it")} ${standing.agent.name}` : null)),
        h("div", { class: "deeds", role: "group", "aria-label": word("do") }, ...DEEDS.map(deed))),
      this.#call(conversation), this.#packet(conversation));
  }

  #call(conversation) {
    const call = h("isac-call-to-make");
    call.addEventListener("missed", () => this.dispatchEvent(new Event("missed")));
    call.show(conversation);
    return call;
  }

  // What the assistant gathered, in this page's language where it could be told in it.
  tell(summary) {
    const told = this.querySelector(".told-here");
    told?.replaceChildren(...(summary ? [h("p", { class: "what" }, summary.reason),
      h("ul", {}, ...summary.sentences.filter(({ kind }) => KNOWN.has(kind)).map(({ text }) => h("li", {}, text)))] : []));
  }

  #packet({ handOff, standing, packet }) {
    const foreign = handOff.language !== document.documentElement.lang;
    const said = h("ul", { lang: handOff.language }, ...handOff.summary.map((line) => h("li", {}, line)));
    const names = new Set([...document.getElementById("words").content.querySelectorAll("[data-word^=slot-]")].map(({ dataset }) => dataset.word));
    const slots = Object.entries({ ...handOff.slots, ...packet?.given }).filter(([name]) => names.has(`slot-${name}`)); // whole, for who has it
    return h("details", { class: "packet", open: matchMedia(ROOMY).matches },
      h("summary", {}, word("packet")),
      h("div", { class: "packet-in" },
        h("div", { class: "told-part" }, foreign ? h("div", { class: "told-here" }) : null,
          foreign ? h("details", { class: "original" }, h("summary", {}, word("told-originally")), said) : said),
        h("div", {}, standing.note ? h("p", { class: "note" }, h("strong", {}, word("note"), ": "), standing.note) : null,
          handOff.reason === "asked" ? null : h("p", { class: "note" }, word("reason"), ": ", word(`reason-${handOff.reason}`)),
          slots.length ? h("p", { class: "rest" }, h("strong", {}, word("given")), ". ", word("given-hint")) : null,
          h("dl", {}, ...slots.map(([name, value]) => row(word(`slot-${name}`), given(name, value)))))));
  }
}

customElements.define("isac-case", Case);
export { DEEDS };
