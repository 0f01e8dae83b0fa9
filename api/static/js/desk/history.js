// The past of the person in front: who they are, what is open and promised, what is to come, what there was.
import { Offline, Problem } from "../http.js";
import { word } from "../call-words.js";
import { h } from "../dom.js";
import * as api from "./api.js";
import * as parts from "./history-parts.js";
import * as past from "./past.js";

const status = (text) => h("p", { class: "rest", role: "status" }, text);

class History extends HTMLElement {
  #conversation = null; #work = null; #asked = null;

  // `work`: does it and tells what goes wrong.
  bind(work) {
    this.#work = work;
  }

  // Another conversation came in front. It is read when it is looked at.
  show(conversation) {
    this.#conversation = conversation;
    if (!conversation) return this.replaceChildren(status(word("nobody-hint")));
    if (conversation.history) return this.#draw();
    this.replaceChildren();
    this.look();
  }

  // Somebody looks at it; `anew`: also what was read already.
  async look(anew = false) {
    const conversation = this.#conversation;
    if (this.hidden || !conversation || (conversation.history && !anew)) return;
    if (!conversation.history) this.replaceChildren(status(word("history-loading")));
    const asked = this.#asked = {}, isLate = () => asked !== this.#asked || conversation !== this.#conversation;
    try {
      const history = await past.read(conversation);
      if (isLate()) return; // asked again meanwhile, or another one is in front
      conversation.history = history;
      this.#draw();
    } catch (error) {
      if (!(error instanceof Offline || error instanceof Problem)) throw error;
      const again = h("button", { type: "button", class: "quiet", onclick: () => this.look(true) }, word("history-again"));
      if (!isLate()) this.replaceChildren(status(error instanceof Problem ? error.message : word("history-failed")), again);
    }
  }

  // What is drawn again keeps the focus where it was, what was unfolded, and what is being typed.
  #draw() {
    const focused = this.contains(document.activeElement) ? document.activeElement.dataset.act : null;
    const open = [...this.querySelectorAll("details[open]")].map(({ id }) => id);
    const typed = [...this.querySelectorAll("textarea, #who-document")].filter((box) => box.value !== box.defaultValue);
    this.replaceChildren(h("h2", { class: "hidden", tabindex: -1 }, word("history")), ...this.#parts());
    for (const id of open) this.#find(id)?.setAttribute("open", "");
    for (const { id, value } of typed) if (this.#find(id)) this.#find(id).value = value;
    if (focused) (this.querySelector(`[data-act="${CSS.escape(focused)}"]`) ?? this.querySelector("h2")).focus();
  }

  #find(id) {
    return this.querySelector(`#${CSS.escape(id)}`);
  }

  #parts() {
    const { who, cases, contacts, more, coming } = this.#conversation.history, isKnown = who.level === "verified";
    const identity = parts.identity(who, this.#deeds);
    if (!who.citizen) return [identity];
    return [identity, ...(isKnown ? [parts.promises(cases, this.#deeds)] : []), ...parts.cases(cases, isKnown, this.#deeds),
      ...(isKnown && coming !== null ? [parts.coming(coming)] : []), ...parts.contacts(contacts, more, this.#deeds)];
  }

  #deeds = {
    check: (way, document) => this.#work(async () => {
      await past.check(this.#conversation, way, document);
      await this.look(true);
    }),
    keep: ({ id, of }, done) => this.#changed(of, (citizen) => api.keepPromise(citizen, of.id, id, this.#conversation.id, done)),
    change: (one, wish) => this.#changed(one, (citizen) => api.changeCase(citizen, one.id, this.#conversation.id, wish)),
    readOn: () => this.#do((now) => past.readOn(now, this.#conversation)),
  };

  // A case is as the service says that it is now.
  #changed(one, change) {
    return this.#do(async (now) => {
      const fresh = await change(now.who.citizen);
      return { ...now, cases: now.cases.map((other) => (other.id === one.id ? fresh : other)) };
    });
  }

  // A change, and what is known after it.
  #do(change) {
    const conversation = this.#conversation;
    return this.#work(async () => {
      conversation.history = await change(conversation.history);
      if (conversation === this.#conversation) this.#draw();
    });
  }
}

customElements.define("isac-history", History);
