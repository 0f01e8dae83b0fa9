// The telephone of the staff: the calls there are, a new one, or the one of the address.
import { callOfPage, callPage, recordPage } from "./addresses.js";
import * as calls from "./calls.js";
import { CallScreen, opened } from "./call-screen.js";
import * as tab from "./call-tab.js";
import { languageName, when, word } from "./call-words.js";
import { Door } from "./door.js";
import { byId, h, once } from "./dom.js";
import * as staff from "./staff.js";

const screen = new CallScreen({ go: (work) => door.go(work), fail: (error, again) => door.fail(error, again) });
const door = new Door({ show: () => (callOfPage() ? enter(callOfPage()) : lobby()), clear, busy: () => screen.speaks });

async function lobby() {
  byId("lobby").hidden = false;
  const found = await calls.latest(staff.kept());
  byId("calls").replaceChildren(...found.map(callItem));
  byId("no-calls").hidden = found.length > 0;
}

function callItem({ id, state, started, language, need }) {
  const live = state === "live", address = live ? callPage(id) : recordPage(id);
  const about = [need?.name, need?.name && language ? " · " : null, language ? languageName(language) : null];
  return h("li", { class: live ? "live" : null }, h("a", { href: address }, when(started)), " ",
    h("span", { class: "tag" }, word(live ? "live" : "ended")), about.some(Boolean) ? h("span", { class: "about" }, ...about) : null);
}

// What is asked for. With a name of its own: asked for again when the answer was lost, it is the same call.
function wished() {
  const form = new FormData(byId("begin"));
  const wish = { language: form.get("language") || null, open_question: form.has("open_question"), keep_audio: form.has("keep_audio") };
  return { track: form.get("track"), wish: { ...wish, reference: `softphone:${crypto.randomUUID()}` } };
}

const begin = once(async ({ track, wish }) => {
  byId("notice").hide();
  const again = () => begin({ track, wish }), microphone = await opened(again);
  if (!microphone) return;
  let call = null;
  try {
    call = await calls.begin(staff.kept(), wish);
    tab.note(call.id, { token: call.token });
    history.replaceState(null, "", callPage(call.id));
    await enter(call.id, microphone, track);
  } catch (error) {
    microphone.close();
    if (staff.kept()) door.fail(error, call ? () => door.go() : again);
  }
  if (!staff.kept()) clear(); // it was left meanwhile
});

// The page in another language is the same call.
async function enter(id, microphone, track) {
  byId("lobby").hidden = true;
  for (const link of document.querySelectorAll(".links a[hreflang]")) link.href = callPage(id, link.hreflang);
  await screen.open(id, microphone, track);
}

function clear() {
  screen.close();
  byId("calls").replaceChildren();
}

byId("begin").addEventListener("submit", (event) => { event.preventDefault(); begin(wished()); });
