// The page: opens or resumes a conversation, sends what is written, shows what comes back.
import "./cards.js";
import "./citation.js";
import "./message.js";
import "./notice.js";
import { byId, h } from "./dom.js";
import * as http from "./http.js";
import * as log from "./log.js";
import * as session from "./session.js";
import { loadWords, t, words } from "./words.js";

const box = byId("message"), notice = byId("notice"), status = byId("status"), select = byId("language");
const ENDED = new Set(["expired_token", "bad_token", "missing_token", "unknown_conversation", "forbidden"]);
let current = null, lastTurn = null, spoken = false, busy = false, opening = null;

// What is pressed while a conversation opens waits for it: said before, it would go nowhere.
const whenOpen = (act) => opening.then(act);
const open = (language) => { opening = start(language); return opening; };

async function showTurn(turn, { focus = false, scroll = true, smooth = true } = {}) {
  await loadWords(turn.language.code);
  select.value = turn.language.code;
  lastTurn = turn.turn_id;
  const first = log.addTurn(turn);
  if (focus) first?.focus({ preventScroll: true });
  const calm = !smooth || matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (first && scroll) requestAnimationFrame(() => bringIntoView(first, calm));
}

// As far down as the page goes, but never past the start of the answer: on a short screen it matters more than its end.
function bringIntoView(first, calm) {
  const rest = document.documentElement.scrollHeight - innerHeight;
  const start = first.getBoundingClientRect().top + scrollY - byId("main").offsetTop;
  scrollTo({ top: Math.min(rest, Math.max(start, 0)), behavior: calm ? "auto" : "smooth" });
}

async function start(language) {
  session.forget();
  notice.hide();
  try {
    const opened = await http.open(language);
    current = { id: opened.id, token: opened.token };
    session.keep(current);
    spoken = false;
    log.clear();
    await showTurn(opened.greeting, { scroll: false });
  } catch (error) {
    fail(error, () => open(language));
  }
}

async function resume(saved) {
  const state = await http.read(saved);
  current = saved;
  await loadWords(state.language);
  const last = state.transcript.findLastIndex((line) => line.speaker === "citizen");
  spoken = last >= 0;
  log.clear();
  for (const line of state.transcript.slice(0, last + 1)) {
    if (line.speaker === "citizen") log.addAsked(line.text);
    else log.addLine(line.text);
  }
  if (state.latest) await showTurn(state.latest, { scroll: spoken, smooth: false });
}

async function send(text, { focus = false } = {}) {
  if (!text.trim() || busy || !current) return;
  busy = true;
  const bubble = log.addAsked(text, { waiting: true });
  bubble.scrollIntoView({ block: "nearest" });
  if (box.value.trim() === text.trim()) box.value = "";
  grow();
  notice.hide();
  const waiting = setTimeout(() => { status.textContent = t("typing"); }, 250);
  try {
    // A message is what is said after a turn: said again after the same one, in this tab or another, it is the same.
    const turn = await http.say(current, text, lastTurn);
    spoken = true;
    await showTurn(turn, { focus });
    bubble.asked(text);
  } catch (error) {
    bubble.remove();
    if (!box.value.trim()) box.value = text;
    grow();
    fail(error, () => retry(text));
  } finally {
    clearTimeout(waiting);
    status.textContent = "";
    busy = false;
    select.value = words().language;
  }
}

// The answer may have been lost on its way back: ask what happened before saying it again.
async function retry(text) {
  if (busy) return;
  try {
    const state = await http.read(current);
    notice.hide();
    if (state.latest && state.latest.turn_id !== lastTurn) {
      if (box.value === text) box.value = "";
      log.addAsked(text);
      await showTurn(state.latest, { focus: true });
      return;
    }
  } catch (error) {
    fail(error, () => retry(text));
    return;
  }
  box.focus();
  await send(box.value.trim() || text);
}

function fail(error, again) {
  if (!(error instanceof http.Problem)) {
    if (!(error instanceof http.Offline)) throw error;
    const phone = words().phone ? ` ${words().phone}` : "";
    notice.show(t("lost") + phone, t("retry"), again);
  } else if (ENDED.has(error.body.code)) {
    notice.show(`${error.body.title}. ${error.body.detail}`, t("new"), () => open(words().language));
  } else {
    notice.show(`${error.body.title}. ${error.body.detail}`, t("retry"), again);
  }
}

function grow() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 3, 144)}px`;
}

function listen() {
  const say = (event) => { event.preventDefault(); whenOpen(() => send(box.value.trim())); };
  byId("composer").addEventListener("submit", say);
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) say(event);
  });
  byId("replies").addEventListener("click", ({ target }) => target instanceof HTMLButtonElement && send(target.textContent, { focus: true }));
  byId("log").addEventListener("choose", ({ detail }) => send(detail.text, { focus: true }));
  byId("person").addEventListener("click", () => whenOpen(() => send(t("person-message"), { focus: true })));
  byId("new").addEventListener("click", () => whenOpen(() => open(words().language)).then(() => box.focus()));
  select.addEventListener("change", ({ target: { value } }) => whenOpen(() => {
    const wanted = words().languages.find(({ code }) => code === value);
    return spoken ? send(wanted.ask) : open(wanted.code);
  }));
}

async function main() {
  listen();
  try {
    await loadWords();
  } catch (error) {
    // Without words there is nothing to say in the page's own: the markup's Spanish stands.
    notice.show("No hay conexión con el servicio.", "Reintentar", () => location.reload());
    return;
  }
  select.replaceChildren(...words().languages.map(({ code, name }) => h("option", { value: code, lang: code }, name)));
  select.value = words().language;
  const saved = session.kept();
  try {
    if (saved) await resume(saved);
    else await start(words().language);
  } catch (error) {
    if (error instanceof http.Problem && ENDED.has(error.body.code)) await start(words().language);
    else fail(error, () => location.reload());
  }
}

opening = main();
