// What a person of the staff wrote, with the appointment that they made. What its card says is not said beside it.
import "./appointment.js";
import { h } from "../js/dom.js";
import { inline } from "../js/text.js";
import { t } from "../js/words.js";
import { aloudButton } from "./aloud.js";
import { by } from "./by.js";
import { lines } from "./keeping.js";

class Agent extends HTMLElement {
  show({ text, name, at, language, translation, appointment }) {
    const who = name ?? t("staff"), said = appointment ? beside(text, appointment) : text;
    this.tabIndex = -1;
    const parts = [by(h("span", { class: "face", "aria-hidden": "true" }, [...who][0]), who, at, aloudButton(() => text)),
      said && h("div", { class: "said", lang: language ?? null }, ...inline(said)), h("div", { class: "translation" }),
      appointment && h("isac-appointment").show({ appointment, quick_replies: [] })];
    this.replaceChildren(...parts.filter(Boolean));
    if (translation) this.translate(translation);
    return this;
  }

  // By a machine; without text there is none that could be shown.
  translate({ language, text }) {
    this.querySelector(".translation").replaceChildren(h("p", { class: "by" }, t(text ? "translated" : "untranslated")),
      ...(text ? [h("p", { lang: language }, ...inline(text))] : []));
  }
}

// A line that says more than the card stays whole.
function beside(text, card) {
  const told = [t("booked"), ...lines(card), `${t("where")}: ${t(card.channel)}`, `${t("room")}: ${card.room_url}`];
  return text.split("\n").filter((line) => !told.includes(line)).join("\n").trim();
}

customElements.define("isac-agent", Agent);
