// Where one stands with a person: waiting, with what place and how long; talking; out of hours. It changes as that does.
import { h } from "../js/dom.js";
import { moment, t, words } from "../js/words.js";

const row = (label, value, style) => (value || value === 0 ? h("div", {}, h("dt", {}, label), h("dd", { class: style }, String(value))) : null);

class Waiting extends HTMLElement {
  // `reference`: of the hand-off; `person`: how it stands now (see the API), null while that is not known.
  show(reference, person) {
    this.reference = reference;
    const state = person?.state ?? "waiting";
    this.dataset.state = state;
    const waits = state === "waiting";
    const next = waits && person?.ahead === 0 && !person.opens_at;
    const rows = [
      row(t("attends"), state === "held" ? person.name ?? t("staff") : null, "when"),
      next ? row(t("ahead"), t("your-turn")) : row(t("ahead"), waits ? person?.ahead : null),
      row(t("wait"), waits ? person?.wait_minutes : null),
      row(t("opens"), waits && person?.opens_at ? moment(new Date(person.opens_at)) : null, "when"),
      row(t("reference"), reference),
    ];
    this.replaceChildren(h("section", { class: `card handoff ${state}` }, h("h4", {}, t(titleOf(state, person))), h("dl", {}, ...rows), waits && this.#next(person)));
    return this;
  }

  #next(person) {
    const phone = words().phone;
    const call = phone && h("p", { class: "hint" }, `${t("urgent-call")}: `, h("a", { href: `tel:${phone.replaceAll(" ", "")}` }, phone));
    return h("div", {}, h("p", { class: "hint" }, t(person?.opens_at ? "person-packet" : "person-next")), call);
  }
}

function titleOf(state, person) {
  if (state === "held") return "person-joined";
  if (state === "returned" || state === "closed") return `person-${state}`;
  return person?.opens_at ? "closed-now" : "person-waiting";
}

customElements.define("isac-waiting", Waiting);
