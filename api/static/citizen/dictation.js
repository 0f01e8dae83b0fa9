// Speaking instead of writing, where the browser can: what is heard comes into the box, to be read before it is sent.
import { byId, h } from "../js/dom.js";
import { t, words } from "../js/words.js";
import { icon } from "./icons.js";
import * as kept from "./kept.js";

const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;
const COUNTRY = { es: "es-ES", ca: "ca-ES", gl: "gl-ES", eu: "eu-ES", en: "en-GB", fr: "fr-FR" };
const TOLD = "isac.dictated";

class Dictation extends HTMLElement {
  #heard = null;

  connectedCallback() {
    this.hidden = !Recognition;
    if (!Recognition) return;
    this.button = h("button", { type: "button", class: "mic", "aria-pressed": "false", onclick: () => (this.#heard ? this.#heard.stop() : this.#begin()) }, icon("mic"));
    this.#label();
    document.addEventListener("words", () => this.#label());
    this.replaceChildren(this.button);
  }

  #label() {
    this.button.setAttribute("aria-label", t(this.#heard ? "dictate-stop" : "dictate"));
    this.button.setAttribute("aria-pressed", String(Boolean(this.#heard)));
  }

  #begin() {
    if (!kept.choice(TOLD)) byId("notice").show(t("dictate-note"), null, null, { calm: true });
    kept.choose(TOLD, "yes");
    const box = byId("message"), before = box.value ? `${box.value.trim()} ` : "";
    const heard = (this.#heard = new Recognition());
    Object.assign(heard, { lang: COUNTRY[words().language], interimResults: true, continuous: true });
    heard.onresult = ({ results }) => {
      box.value = before + [...results].map(([best]) => best.transcript).join(" ");
      box.dispatchEvent(new Event("input", { bubbles: true }));
    };
    heard.onerror = ({ error }) => error !== "aborted" && error !== "no-speech" && byId("notice").show(t("dictate-failed"));
    heard.onend = () => { this.#heard = null; this.#label(); box.focus(); };
    heard.start();
    this.#label();
  }
}

customElements.define("isac-dictation", Dictation);
