// The citizen's page: its parts, and what a press on each does.
import "../js/citation.js";
import "../js/notice.js";
import "./confirm.js";
import "./dictation.js";
import "./menu.js";
import "./topics.js";
import { byId, h } from "../js/dom.js";
import { t, words } from "../js/words.js";
import * as composer from "./composer.js";
import { saveConversation } from "./download.js";
import { ready } from "./early.js";
import { embed } from "./embedded.js";
import { copy } from "./keeping.js";
import * as log from "./log.js";
import { Talk } from "./talk.js";
import { setSize, size } from "./text-size.js";
import { watchEnd } from "./view.js";

const talk = new Talk();
let opening = null;

// What is pressed while a conversation opens waits for it: said before, it would go nowhere.
const whenOpen = (act) => opening.then(act);
const press = (text) => whenOpen(() => talk.send(text, { focus: true }));
const open = (language) => { opening = talk.open(language); return opening; };

const OPTIONS = {
  link: async () => { await copy(talk.link); byId("notice").show(t("link-copied"), null, null, { calm: true }); },
  download: () => saveConversation(byId("log")),
  new: async () => {
    const locator = log.locator();
    const lines = [h("p", {}, t("new-warn")), locator && h("p", {}, `${t("new-locator")} `, h("strong", { class: "locator" }, locator))];
    if (!talk.spoken || (await byId("confirm").ask(t("new-ask"), ...lines))) await open(words().language).then(composer.focus);
  },
};

function listen() {
  composer.listen((text) => whenOpen(() => talk.send(text)), () => talk.person.writes());
  byId("replies").addEventListener("click", ({ target }) => target instanceof HTMLButtonElement && press(target.textContent));
  document.addEventListener("choose", ({ detail }) => press(detail.text));
  document.addEventListener("ask", ({ detail }) => whenOpen(() => OPTIONS[detail.what]()));
  document.addEventListener("helped", ({ detail }) => talk.helped(detail));
  document.addEventListener("rated", ({ detail }) => talk.rated(detail));
  byId("person").addEventListener("click", () => press(t("person-message")));
  byId("menu").addEventListener("click", () => byId("options").show());
  byId("language").addEventListener("change", ({ target: { value } }) => whenOpen(() => {
    const wanted = words().languages.find(({ code }) => code === value);
    return talk.spoken ? talk.send(wanted.ask) : open(wanted.code);
  }));
}

setSize(size());
embed();
listen();
watchEnd();
opening = talk.begin();
ready();
