// The person in front: what is known of them before a word is said, and what can be done for them.
import { h } from "../dom.js";
import { languageName, word } from "../call-words.js";
import { hour, officeMoment } from "./moments.js";
import { matterName, officeName } from "./names.js";
import "./call-to-make.js";
import { about, alarm } from "./person.js";
import { dangerOf, undoOf } from "./readings.js";

const ROOMY = "(min-width: 68rem) and (min-height: 46rem)"; // elsewhere what is said needs the room
const READ = ["need", "language", "danger"];
const DEEDS = ["book", "consult", "transfer", "supervisor", "return", "close"];
const KNOWN = new Set(["established", "done"]); // what was answered stands below, with its sources
const row = (label, ...values) => h("div", {}, h("dt", {}, label), h("dd", {}, ...values));

// A value that the assistant noted, as people say it.
function given(name, value) {
  if (name === "slot") return officeMoment(value);
  if (name === "office") return officeName(value);
  if (name === "channel") return word(`channel-${value}`);
  return value;
}

// What it is taken to be, and how it is put right.
function reading({ handOff, readings }, mayChange, tell) {
  const danger = dangerOf(handOff);
  const is = { need: matterName(handOff.need) || word("need-none"), language: languageName(handOff.language),
    danger: word(danger ? `reason-${danger}` : "danger-none") };
  const chip = (name) => h("button", { type: "button", class: name === "danger" && danger ? "quiet in-danger" : "quiet", "data-deed": name, disabled: !mayChange,
    onclick: () => tell(name) }, h("span", { class: "of" }, word(`reading-${name}`), ": "), is[name]);
  const undo = () => h("button", { type: "button", class: "plain", "data-deed": "undo", onclick: () => tell("undo") }, word("undo"));
  return h("div", { class: "reading", role: "group", "aria-label": word("reading") }, ...READ.map(chip), mayChange && undoOf(readings) ? undo() : null);
}

const toldHere = (summary) => (summary ? [h("p", { class: "what" }, summary.reason),
  h("ul", {}, ...summary.sentences.filter(({ kind }) => KNOWN.has(kind)).map(({ text }) => h("li", {}, text)))] : []);

class Case extends HTMLElement {
  #shown = null; #packetShown = null; #readShown = null;

  // Events: those of DEEDS, of READ, and `undo`. `me`: who sits here; what another agent has is told with their name.
  show(conversation, me) {
    if (!conversation) {
      this.#shown = null;
      return this.replaceChildren(h("div", { class: "nobody" }, h("h2", { id: "talk-title" }, word("nobody")), h("p", {}, word("nobody-hint"))));
    }
    const { packet, handOff, standing } = conversation, isNew = this.#shown !== conversation;
    const mine = !me || !standing.agent || standing.agent.who === me;
    const read = [handOff.need, handOff.language, handOff.reason, handOff.urgent, conversation.readings.length, mine].join();
    if (!isNew && this.#packetShown === packet && this.#readShown === read) return;
    const readsOtherwise = this.#readShown !== read;
    this.#shown = conversation;
    this.classList.toggle("reads", Boolean(conversation.reads));
    this.#packetShown = packet;
    this.#readShown = read;
    if (!isNew && !readsOtherwise) return this.querySelector(".packet").replaceWith(this.#packet(conversation));
    this.#draw(conversation, mine, isNew);
  }

  // What has the focus keeps it.
  #draw(conversation, mine, isNew) {
    const { handOff, standing } = conversation, { activeElement: active } = document;
    const focused = !this.contains(active) ? null : active.id ? `#${active.id}` : active.dataset.deed ? `[data-deed="${active.dataset.deed}"]` : null;
    const open = this.querySelector(".packet")?.open;
    const tell = (name) => this.dispatchEvent(new Event(name));
    const deed = (kind) => h("button", { type: "button", class: kind === "close" ? "quiet last" : "quiet", "data-deed": kind,
      onclick: () => tell(kind) }, word(kind));
    this.replaceChildren(
      h("div", { class: "case-head" },
        h("div", { class: "case-title" }, h("h2", { id: "talk-title", tabindex: -1 }, alarm(handOff), about(handOff)),
          h("p", { class: "marks" }, `${handOff.id} · ${handOff.unit} · ${word("waits-since")} ${hour(handOff.created_at)}`,
            mine ? null : ` · ${word("has-it")} ${standing.agent.name}`)),
        h("div", { class: "deeds", role: "group", "aria-label": word("do") }, ...DEEDS.map(deed)), reading(conversation, mine, tell)),
      this.#call(conversation), this.#packet(conversation));
    if (open !== undefined && !isNew) this.querySelector(".packet").open = open;
    if (focused) this.querySelector(focused)?.focus();
  }

  #call(conversation) {
    const call = h("isac-call-to-make");
    call.addEventListener("missed", () => this.dispatchEvent(new Event("missed")));
    call.show(conversation);
    return call;
  }

  // What the assistant gathered, in this page's language where it could be told in it.
  tell(summary) {
    this.#shown.told = summary;
    this.querySelector(".told-here")?.replaceChildren(...toldHere(summary));
  }

  #packet({ handOff, standing, packet, told }) {
    const foreign = handOff.language !== document.documentElement.lang;
    const said = h("ul", { lang: handOff.language }, ...handOff.summary.map((line) => h("li", {}, line)));
    const names = new Set([...document.getElementById("words").content.querySelectorAll("[data-word^=slot-]")].map(({ dataset }) => dataset.word));
    const slots = Object.entries({ ...handOff.slots, ...packet?.given }).filter(([name]) => names.has(`slot-${name}`)); // whole, for who has it
    return h("details", { class: "packet", open: matchMedia(ROOMY).matches },
      h("summary", {}, word("packet")),
      h("div", { class: "packet-in" },
        h("div", { class: "told-part" }, foreign ? h("div", { class: "told-here" }, ...toldHere(told)) : null,
          foreign ? h("details", { class: "original" }, h("summary", {}, word("told-originally")), said) : said),
        packet?.consulted?.length ? h("details", { class: "original" }, h("summary", {}, word("consult-noted")),
          h("ul", {}, ...packet.consulted.map(({ name, text }) => h("li", {}, h("strong", {}, name, ": "), text)))) : null,
        h("div", {}, standing.note ? h("p", { class: "note" }, h("strong", {}, word("note"), ": "), standing.note) : null,
          handOff.reason === "asked" ? null : h("p", { class: "note" }, word("reason"), ": ", word(`reason-${handOff.reason}`)),
          slots.length ? h("p", { class: "rest" }, h("strong", {}, word("given")), ". ", word("given-hint")) : null,
          h("dl", {}, ...slots.map(([name, value]) => row(word(`slot-${name}`), given(name, value)))))));
  }
}

customElements.define("isac-case", Case);
export { DEEDS, READ };
