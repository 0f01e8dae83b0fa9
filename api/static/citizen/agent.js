// What a person of the staff wrote, with the appointment that they made. What its card says is not said beside it.
import "./appointment.js";
import { h } from "../js/dom.js";
import { inline } from "../js/text.js";
import { t } from "../js/words.js";
import { aloudButton } from "./aloud.js";
import { by } from "./by.js";

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

function beside(text, { locator, date_text, office_address, room_url }) {
  const told = [locator, date_text, office_address, room_url].filter(Boolean), spare = [t("booked"), t("keep")];
  return text.split("\n").filter((line) => !spare.includes(line) && !told.some((one) => line.includes(one))).join("\n").trim();
}

customElements.define("isac-agent", Agent);
