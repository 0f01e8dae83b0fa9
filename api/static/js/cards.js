// What a turn carries beside its words: offers, an appointment, a hand-off.
import { download } from "./calendar.js";
import { h } from "./dom.js";
import { t } from "./words.js";

const row = (label, value, style) => h("div", {}, h("dt", {}, label), h("dd", { class: style }, value));
const choose = (element, text) =>
  element.dispatchEvent(new CustomEvent("choose", { bubbles: true, detail: { text, from: element } }));

class Offers extends HTMLElement {
  set offers(offers) {
    const item = (offer) => h("li", {}, h("button", { type: "button", class: "offer", onclick: (e) => choose(e.currentTarget, offer.reply) },
      h("span", { class: "day" }, offer.date_text),
      h("span", { class: "hour" }, offer.time_text),
      h("span", { class: "place" }, offer.channel === "in_person" ? offer.office_name : t(offer.channel))));
    this.replaceChildren(h("ul", { class: "offers", "aria-label": t("offers") }, ...offers.map(item)));
  }
}

class Appointment extends HTMLElement {
  // Replies are the buttons of a card that waits for a yes; the first one confirms.
  show(card, replies) {
    const titles = { proposed: "review", booked: "booked", cancelled: "cancelled" };
    const place = card.channel !== "in_person" ? null : row(t("where"), [card.office_name, card.office_address].filter(Boolean).join(", "));
    const rows = [
      row(t("when"), `${card.date_text}, ${card.time_text}`, "when"),
      row(t("how"), t(card.channel.replace("_", "-"))),
      place,
      card.room_url ? row(t("room"), h("a", { href: card.room_url, target: "_blank", rel: "noopener noreferrer" }, card.room_url)) : null,
      card.document_hint ? row(t("document"), card.document_hint) : null,
      card.locator ? row(t("locator"), card.locator, "locator") : null,
    ];
    this.replaceChildren(h("section", { class: `card ${card.status}` },
      h("h3", {}, t(titles[card.status])),
      h("dl", {}, ...rows.filter(Boolean)),
      ...this.#foot(card, replies)));
  }

  #foot(card, replies) {
    if (card.status === "proposed") {
      const button = (text, index) => h("button", { type: "button", class: index ? "ghost" : "primary", onclick: (e) => choose(e.currentTarget, text) }, text);
      return replies.length ? [h("div", { class: "actions" }, ...replies.map(button))] : [];
    }
    if (card.status !== "booked") return [];
    return [
      h("p", { class: "hint" }, t("keep")),
      h("div", { class: "actions" },
        h("button", { type: "button", class: "ghost", onclick: () => download(card) }, t("calendar")),
        h("button", { type: "button", class: "ghost", onclick: () => print() }, t("print"))),
    ];
  }
}

class HandOff extends HTMLElement {
  set handOff(handOff) {
    const told = h("ul", {}, ...handOff.summary.map((line) => h("li", {}, line)));
    this.replaceChildren(h("section", { class: "card handoff" },
      h("h3", {}, t("hand-off")),
      h("dl", {}, row(t("reference"), handOff.id), row(t("unit"), handOff.unit), row(t("summary"), told))));
  }
}

customElements.define("isac-offers", Offers);
customElements.define("isac-appointment", Appointment);
customElements.define("isac-hand-off", HandOff);
