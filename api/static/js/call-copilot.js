// The copilot beside a call, as its events tell it: suggestions while it lasts, alerts at hand, the summary at its end.
import "./call-alerts.js";
import "./call-suggestions.js";
import "./copilot/summary.js";
import * as calls from "./calls.js";
import * as tab from "./call-tab.js";
import { byId } from "./dom.js";
import * as staff from "./staff.js";

const SEEN_MS = 1000; // what stood for less was not read: a call that is followed anew tells all that it told
const suggestions = byId("suggestions"), alerts = byId("alerts"), summary = byId("summary"), transcript = byId("transcript");

export class CallCopilot {
  #id = null; #spoken = null; #shown;

  constructor() {
    suggestions.clear();
    suggestions.addEventListener("verdict", ({ detail: { id, ...verdict } }) => note(id, verdict));
    alerts.addEventListener("seen", ({ detail }) => tab.note(this.#id, { seen: [...seen(this.#id), detail] }));
    summary.addEventListener("turn", ({ detail }) => transcript.point(detail));
  }

  listen(id, events) {
    this.#id = id;
    const on = (kind, handle) => events.addEventListener(kind, ({ detail }) => handle(detail));
    on("final", ({ track, language }) => { if (track === "citizen") this.#spoken = language; });
    on("suggestion", (told) => this.#suggest(told));
    on("alert", (alert) => this.#warn(alert));
    on("summary", (told) => this.#sum(told));
  }

  clear() {
    clearTimeout(this.#shown);
    this.#id = this.#spoken = null;
    suggestions.clear();
    suggestions.hidden = false;
    alerts.clear();
    summary.clear();
    byId("summary-part").hidden = true;
  }

  #suggest(told) {
    clearTimeout(this.#shown);
    suggestions.show({ told, language: this.#spoken });
    this.#shown = setTimeout(() => told.suggestions.forEach((_, suggestion) => note(told.id, { verdict: "shown", suggestion })), SEEN_MS);
  }

  #warn(alert) {
    const name = [alert.track, alert.number, alert.kind, alert.said].join(" ");
    if (!seen(this.#id).includes(name)) alerts.add(name, alert);
  }

  // It comes when nothing more is said: there is nothing to suggest.
  #sum(told) {
    suggestions.hidden = true;
    byId("summary-part").hidden = false;
    summary.show(told, (turn) => transcript.startOf(turn));
  }
}

const seen = (id) => tab.known(id).seen ?? [];

// It helps to choose better ones, and nobody waits for it.
function note(id, verdict) {
  calls.feedback(staff.kept(), id, verdict).catch(() => null);
}
