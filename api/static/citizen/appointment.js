// An appointment: read back, confirmed, changed or cancelled, with what one can do with it.
import { h } from "../js/dom.js";
import { t, words } from "../js/words.js";
import { download } from "./calendar.js";
import { choose } from "./choose.js";
import { icon } from "./icons.js";
import { copy, mailLink, mapLink, printCard, share } from "./keeping.js";
import { readBackLabels } from "./labels.js";

const row = (label, value, style) => (value ? h("div", {}, h("dt", {}, label), h("dd", { class: style }, value)) : null);
const ghost = (label, onclick) => h("button", { type: "button", class: "ghost", onclick }, label);

class Appointment extends HTMLElement {
  show(turn) {
    const card = turn.appointment;
    this.locator = card.locator;
    this.status = card.status;
    const style = `card ${card.status}${card.action === "cancel" && card.status === "proposed" ? " cancels" : ""}`;
    this.replaceChildren(h("section", { class: style }, h("h4", {}, card.status === "booked" && icon("check"), t(titleOf(card))),
      ...(card.status === "booked" ? [this.#code(card)] : []), this.#facts(card), ...this.#foot(card, turn)));
    return this;
  }

  // A newer card of the same appointment takes the place of this one.
  replace() {
    const card = this.querySelector(".card");
    card.className = "card replaced";
    card.querySelector("h4").replaceChildren(t("replaced"));
  }

  #code(card) {
    const said = h("span", { class: "hidden", role: "status" });
    const button = h("button", { type: "button", class: "small", onclick: async () => {
      await copy(card.locator);
      said.textContent = t("copied");
      button.replaceChildren(icon("check"), h("span", {}, t("copied")));
    } }, icon("copy"), h("span", {}, t("copy")));
    return h("p", { class: "code" }, h("span", { class: "label" }, t("locator")), h("strong", { class: "locator" }, card.locator), button, said);
  }

  #facts(card) {
    const where = card.channel === "in_person" ? [card.office_name, card.office_address].filter(Boolean).join(", ") : t(card.channel);
    const room = card.room_url && h("a", { href: card.room_url, target: "_blank", rel: "noopener noreferrer" }, card.room_url);
    const rows = [row(t("before"), card.status === "cancelled" ? null : card.before_text), row(t("when"), `${card.date_text}, ${card.time_text}`, "when"),
      row(t(card.channel === "in_person" ? "where" : "how"), where), row(t("room"), room), row(t("matter"), card.matter, "matter"),
      row(t("document"), card.document_hint), row(t("phone-number"), card.phone), row(t("bring"), card.bring, "bring")];
    return h("dl", {}, ...rows);
  }

  #foot(card, turn) {
    if (card.status === "proposed") {
      const labels = readBackLabels(turn);
      const button = (text, place) => h("button", { type: "button", class: place ? "ghost" : "primary", onclick: (e) => choose(e.currentTarget, text) }, labels[place]);
      return turn.quick_replies.length ? [h("div", { class: "actions" }, ...turn.quick_replies.slice(0, 2).map(button))] : [];
    }
    if (card.status !== "booked") return [];
    const say = (key) => (e) => choose(e.currentTarget, t(key));
    return [
      h("p", { class: "hint" }, t("keep")),
      h("div", { class: "actions" }, ghost(t("calendar"), () => download(card)), ghost(t("change"), say("change-message")), ghost(t("cancel"), say("cancel-message"))),
      h("details", { class: "more" }, h("summary", {}, t("more")), h("div", { class: "actions" }, ...this.#ways(card))),
    ];
  }

  #ways(card) {
    const map = card.channel === "in_person" && words().map && h("a", { class: "small", href: mapLink(card), target: "_blank", rel: "noopener noreferrer" }, t("map"));
    return [map, navigator.share && h("button", { type: "button", class: "small", onclick: () => share(card) }, t("share")),
      h("a", { class: "small", href: mailLink(card) }, t("email")),
      h("button", { type: "button", class: "small", onclick: () => printCard(this) }, t("print"))].filter(Boolean);
  }
}

const titleOf = ({ status, action }) => {
  if (status === "proposed") return action === "book" ? "review" : `review-${action}`;
  return status === "booked" && action === "change" ? "moved" : status;
};

customElements.define("isac-appointment", Appointment);
