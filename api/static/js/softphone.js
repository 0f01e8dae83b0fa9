// The telephone of the staff: the calls there are, a new one, or the one of the address.
import * as calls from "./calls.js";
import { CallScreen, opened } from "./call-screen.js";
import * as tab from "./call-tab.js";
import { languageName, when, word } from "./call-words.js";
import { Door } from "./door.js";
import { byId, h } from "./dom.js";
import * as staff from "./staff.js";

const asked = () => new URLSearchParams(location.search).get("call");
const screen = new CallScreen({ go: (work) => door.go(work), fail: (error, again) => door.fail(error, again) });
const door = new Door({ show: () => (asked() ? enter(asked()) : lobby()), clear });

async function lobby() {
  byId("lobby").hidden = false;
  const found = await calls.latest(staff.kept());
  byId("calls").replaceChildren(...found.map(callItem));
  byId("no-calls").hidden = found.length > 0;
}

function callItem({ id, state, started, language, need }) {
  const live = state === "live", page = document.documentElement.lang;
  const address = live ? `/llamada?call=${encodeURIComponent(id)}&language=${page}` : `/llamada/${encodeURIComponent(id)}?language=${page}`;
  const about = [need?.name, need?.name && language ? " · " : null, language ? languageName(language) : null];
  return h("li", { class: live ? "live" : null }, h("a", { href: address }, when(started)), " ",
    h("span", { class: "tag" }, word(live ? "live" : "ended")), about.some(Boolean) ? h("span", { class: "about" }, ...about) : null);
}

async function begin() {
  byId("notice").hide();
  const form = new FormData(byId("begin"));
  const microphone = await opened(begin);
  if (!microphone) return;
  try {
    const wish = { language: form.get("language") || null, open_question: form.has("open_question"), keep_audio: form.has("keep_audio") };
    const call = await calls.begin(staff.kept(), wish);
    tab.note(call.id, { notice: call.notice, version: call.notice_version, notice_language: call.notice_language });
    history.replaceState(null, "", `/llamada?call=${encodeURIComponent(call.id)}&language=${document.documentElement.lang}`);
    await enter(call.id, microphone, form.get("track"));
  } catch (error) {
    microphone.close();
    door.fail(error, begin);
  }
}

// The page in another language is the same call.
async function enter(id, microphone, track) {
  byId("lobby").hidden = true;
  for (const link of document.querySelectorAll(".links a[hreflang]")) link.search = new URLSearchParams({ language: link.hreflang, call: id });
  await screen.open(id, microphone, track);
}

function clear() {
  screen.close();
  byId("calls").replaceChildren();
}

byId("begin").addEventListener("submit", (event) => { event.preventDefault(); begin(); });
