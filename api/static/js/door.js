// The way in of a page of the staff: a key is asked for, kept in this tab, and asked for again when it is refused.
// The page has #enter with #token, #leave, #notice; what may be seen inside has the class `inside`, what only outside `outside`.
import "./notice.js";
import * as account from "./account.js";
import { byId } from "./dom.js";
import { Offline, Problem } from "./http.js";
import * as staff from "./staff.js";

const BAD_KEY = new Set(["bad_token", "expired_token", "missing_token"]);
const KEY = /^[!-~]+$/; // what a header carries

export class Door {
  #show; #clear; #busy; #renewed; #ended = false;

  // `show`: what to do inside; it may throw Offline or Problem. `clear`: leave nothing of it. `busy`: whether something
  // goes on there that a refused key must not end: then another one is asked for beside it. `renewed`: what to do when it
  // has come; by default `show`.
  constructor({ show, clear, busy = () => false, renewed = show }) {
    this.#show = show;
    this.#clear = clear;
    this.#busy = busy;
    this.#renewed = renewed;
    byId("enter").addEventListener("submit", (event) => this.#enter(event));
    byId("leave").addEventListener("click", () => this.#leave());
    byId("account")?.addEventListener("click", account.noteWhereFrom);
    this.#look();
    if (staff.kept()) this.go();
  }

  // Anything that asks the service: what goes wrong is told, with a button to try again.
  async go(work = this.#show) {
    byId("notice").hide();
    try {
      await work();
    } catch (error) {
      if (staff.kept()) this.fail(error, () => this.go(work));
    }
    if (!staff.kept()) this.#clear(); // it was left meanwhile
  }

  fail(error, again) {
    const notice = byId("notice");
    if (error instanceof Offline) return notice.show(notice.dataset.lost, notice.dataset.retry, again);
    if (!(error instanceof Problem)) throw error;
    const { code, title, detail, status } = error.body;
    const bad = BAD_KEY.has(code);
    if (!bad && code !== "forbidden") return notice.show(`${title}. ${detail}`, status >= 429 ? notice.dataset.retry : null, again);
    if (bad && this.#busy() && account.offered()) return this.#offerToRenew();
    const badKey = staff.account() ? notice.dataset.ended : notice.dataset.badKey;
    if (this.#busy()) this.#ask();
    else this.#shut();
    notice.show(bad ? badKey : `${title}. ${detail}`); // what the service says is for who converses
    this.#focus();
  }

  // Told once: what goes on in the page asks again and again, and is refused each time.
  #offerToRenew() {
    const notice = byId("notice");
    if (this.#ended && notice.firstChild) return;
    this.#ended = true;
    notice.show(`${notice.dataset.ended} ${notice.dataset.still}`, notice.dataset.renew, () => account.renew((key) => this.#renew(key)));
  }

  #renew({ token, who, wayOut }) {
    const other = staff.account() && staff.account().who !== who;
    if (other) this.#clear(); // what is here is somebody else's
    staff.keep(token, { who, wayOut });
    this.#ended = false;
    this.#look();
    return this.go(other ? this.#show : this.#renewed);
  }

  #enter(event) {
    event.preventDefault();
    const key = byId("token").value.trim();
    byId("token").value = "";
    return this.enter(key);
  }

  async enter(key) {
    const notice = byId("notice");
    if (!KEY.test(key)) return notice.show(notice.dataset.badKey);
    staff.keep(key);
    this.#look();
    await this.go();
    if (staff.kept()) document.querySelector("main h2:not([hidden] *)")?.focus();
  }

  // Out of the account of the organisation too, for whoever came by it.
  async #leave() {
    const out = staff.account()?.wayOut;
    await this.#shut();
    if (out) location.assign(out);
    else this.#focus();
  }

  #shut() {
    staff.forget();
    byId("notice").hide();
    const cleared = this.#clear();
    this.#look();
    return cleared;
  }

  #ask() {
    byId("enter").hidden = false;
    for (const element of document.querySelectorAll(".outside")) element.hidden = false;
  }

  #focus() {
    (byId("account") ?? byId("token")).focus();
  }

  #look() {
    const inside = Boolean(staff.kept());
    byId("enter").hidden = inside;
    for (const element of document.querySelectorAll(".inside")) element.hidden = !inside;
    for (const element of document.querySelectorAll(".outside")) element.hidden = inside;
  }
}
