// A call-back that the agent holds: the telephone, the hours promised, and what to do when nobody answers.
import { h } from "../dom.js";
import { word } from "../call-words.js";
import * as api from "./api.js";
import { hour } from "./moments.js";

class CallToMake extends HTMLElement {
  // Event: `missed`, when nobody answered.
  async show({ handOff }) {
    this.hidden = true;
    if (handOff.reason !== "call_back") return;
    const call = await api.callToMake(handOff.id).catch(() => null); // somebody else's, or over
    if (!call) return;
    const until = `${hour(call.window.begins)}–${hour(call.window.ends)}`;
    const missed = h("button", { type: "button", class: "quiet", onclick: () => this.dispatchEvent(new Event("missed")) }, word("call-missed"));
    this.replaceChildren(
      h("p", { class: "note" }, h("strong", {}, word("call-to"), " ", h("a", { href: `tel:${call.phone}` }, call.phone)),
        ` · ${word("call-between")} ${until}`, call.tries ? ` · ${word("call-tries")} ${call.tries}` : null), missed);
    this.hidden = false;
  }
}

customElements.define("isac-call-to-make", CallToMake);
