// Hours on offer, each a button. The place is told with each only where they differ.
import { h } from "../js/dom.js";
import { t } from "../js/words.js";
import { choose } from "./choose.js";

const place = ({ channel, office_name }) => (channel === "in_person" ? office_name : t(channel));

class Offers extends HTMLElement {
  show(offers) {
    const alike = new Set(offers.map(place)).size === 1;
    const item = (offer) => h("li", {}, h("button", { type: "button", class: "offer", onclick: (e) => choose(e.currentTarget, offer.reply) },
      h("span", { class: "day" }, offer.date_text, !alike && h("span", { class: "place" }, place(offer))),
      h("span", { class: "hour" }, offer.time_text)));
    this.replaceChildren(h("section", { class: "card", "aria-label": t("offers") }, h("ul", { class: "offers" }, ...offers.map(item))));
    return this;
  }
}

customElements.define("isac-offers", Offers);
