// The desk: whoever attends to citizens works here. Here its parts meet; each stands in a file of its own.
import "./agenda.js";
import "./beside.js";
import "./case.js";
import "./composer.js";
import "./history.js";
import "./lists.js";
import "./log.js";
import "./offer.js";
import "./presence.js";
import "./quality.js";
import "./side.js";
import "./suggestions.js";
import "./team.js";
import { Door } from "../door.js";
import { byId, h } from "../dom.js";
import { word } from "../call-words.js";
import { Advice } from "./advice.js";
import * as api from "./api.js";
import { Consulting } from "./consulting.js";
import { Deeds } from "./deeds.js";
import { beginDemo } from "./demo-door.js";
import { Floor } from "./floor.js";
import * as keys from "./keys.js";
import * as names from "./names.js";
import { dangerOf } from "./readings.js";
import { Shift } from "./shift.js";
import * as sound from "./sound.js";
import { Station } from "./station.js";
import * as tabs from "./tabs.js";

const station = new Station(), floor = new Floor(), shift = new Shift(), advice = new Advice();
const offer = byId("offer"), composer = byId("composer"), log = byId("log"), side = byId("side");
const suggestions = h("isac-suggestions"), history = h("isac-history"), beside = h("isac-beside");
const TOLD_MS = 6000;
let fading;

// What was done, for a moment; or, `stays`, until something else is told.
function tell(text, { stays = false } = {}) {
  clearTimeout(fading);
  byId("told").textContent = text;
  if (!stays) fading = setTimeout(() => { byId("told").textContent = ""; }, TOLD_MS);
}

const door = new Door({ show: begin, clear: end, busy: () => shift.all.size > 0, renewed: goOn });
const work = (deed) => door.go(deed);
const consulting = new Consulting({ shift, floor, station, side, work, tell, give: (conversation, who) => deeds.give(conversation, who) });
const deeds = new Deeds({ shift, floor, station, side, consulting, work, tell, insert: (text) => composer.insert(text), changed: readAnew });

async function begin() {
  await names.load();
  await station.begin();
  byId("presence").bind(station, work);
  document.querySelector("isac-agenda").bind(work);
  document.querySelector("isac-quality").bind(work);
  byId("team-tab").hidden = !station.me.supervisor;
  floor.begin().catch((error) => door.fail(error, () => location.reload()));
  showFront();
}

// With another key, and all that is written here.
async function goOn() {
  await station.begin();
  floor.begin().catch((error) => door.fail(error, () => location.reload()));
  shift.resume();
}

function end() {
  const left = station.end();
  floor.end();
  shift.end();
  side.back();
  return left;
}

// The lists, whenever something changes on the floor.
function showFloor() {
  const [first] = floor.offers;
  offer.show(first ?? null, station.wish.state === "available", consulting.asked[0]);
  byId("waiting").show(floor.waiting, floor.counts.total);
  byId("waiting-count").textContent = floor.waiting.length ? String(Math.max(floor.counts.total, floor.waiting.length)) : "";
  document.querySelector("isac-team").show(floor);
  showNumbers();
}

function showNumbers() {
  const offers = floor.offers.length + consulting.asked.length, calls = offers + shift.unread;
  document.title = `${calls ? `(${calls}) ` : ""}${document.title.replace(/^\(\d+\) /, "")}`;
  byId("views").querySelector("[data-view=queue] .count").textContent = offers || "";
  byId("views").querySelector("[data-view=talk] .count").textContent = shift.unread || "";
}

function showShift() {
  byId("mine").show([...shift.all.values()], shift.front);
  byId("case").show(shift.front, station.me?.who);
  composer.show(shift.front);
  log.show(shift.front);
  showNumbers();
}

function showFront() {
  const { front } = shift;
  side.back();
  showCase();
  composer.show(front);
  log.show(front);
  showAdvice();
  beside.show("help"); // what there was before is looked at when somebody wants to
  history.show(front);
  if (front) tabs.view("talk");
  if (front) consulting.open(front, { quiet: true });
}

function showCase() {
  const { front } = shift;
  byId("case").show(front, station.me?.who);
  if (front && front.handOff.language !== document.documentElement.lang) tellSummary(front);
}

// What was said before, in the language of who attends.
async function tellSummary(conversation) {
  const told = await api.summary(conversation.id).catch(() => null); // the packet stands without it
  if (shift.front === conversation) byId("case").tell(told);
}

// Also when what there was before is looked at: that there is help, and what cannot wait.
function showAdvice() {
  const advice = shift.front?.advice ?? null, { suggestions: found = [], alerts = [] } = advice?.told ?? {};
  suggestions.show(advice);
  beside.mark("help", alerts.length ? word("alert-here") : String(found.length || ""), alerts.length > 0);
}

// There is none in what was said until now. Only what makes the conversation urgent is put right.
function dismiss() {
  const { front } = shift;
  front.safeUntil = front.lines.findLast(({ number }) => number !== undefined)?.number ?? 0;
  if (dangerOf(front.handOff)) deeds.putRight(front, { danger: null });
  else advice.ask(front);
}

function showHistory() {
  side.back();
  tabs.view("side");
  beside.show("history");
  beside.focus();
}

// Who only reads it answers nobody in it.
const advise = (conversation) => conversation.reads || advice.ask(conversation);

function readAnew(conversation) {
  conversation.history = null;
  if (conversation === shift.front) history.show(conversation);
}

async function say(text) {
  const conversation = shift.front, from = conversation.fromSuggestion;
  conversation.fromSuggestion = null;
  if (from) advice.note(from.id, text === from.text ? { verdict: "used", suggestion: from.suggestion } :
    { verdict: "edited", suggestion: from.suggestion, text });
  tell("");
  await conversation.say(text);
}

const KEYED = {
  accept: () => offer.querySelector(".primary")?.click(),
  decline: () => offer.querySelector(".ghost")?.click(),
  insert: (place) => suggestions.insert(place),
  edit: () => (shift.front?.reads ? consulting.open(shift.front) : composer.focus()),
  history: showHistory,
  next: () => { shift.next(); byId("talk-title").focus(); },
  available: () => work(() => station.set({ state: station.wish.state === "available" ? "busy" : "available" })),
  help: keys.showSheet,
};

function listen() {
  station.addEventListener("change", showFloor);
  station.addEventListener("refused", ({ detail }) => door.fail(detail, () => location.reload()));
  floor.addEventListener("change", () => { showFloor(); shift.keep(floor.held, consulting.taken); });
  floor.addEventListener("offer", sound.play);
  floor.addEventListener("cut", () => tell(word("cut"), { stays: true }));
  floor.addEventListener("back", () => { tell(""); work(() => floor.refresh()); });
  shift.addEventListener("change", showShift);
  shift.addEventListener("front", showFront);
  shift.addEventListener("heard", ({ detail }) => {
    advise(detail);
    if (detail === shift.front && (detail.history?.who.level ?? "none") === "none") history.look(true); // they may have said who they are
  });
  shift.addEventListener("read", ({ detail }) => {
    if (detail === shift.front) showCase();
    advise(detail);
  });
  shift.addEventListener("opened", ({ detail }) => {
    if (detail === shift.front) showCase(); // with what the person gave, which came just now
    advise(detail);
  });
  shift.addEventListener("trouble", ({ detail: { error, again } }) => door.fail(error, again));
  advice.addEventListener("advice", ({ detail }) => { if (detail === shift.front) showAdvice(); });
  suggestions.addEventListener("insert", ({ detail }) => {
    if (detail.id) shift.front.fromSuggestion = detail;
    composer.insert(detail.text);
    tabs.view("talk");
  });
  suggestions.addEventListener("reject", ({ detail: { id, suggestion } }) => advice.note(id, { verdict: "rejected", suggestion }));
  suggestions.addEventListener("dismiss", dismiss);
  beside.addEventListener("shown", () => history.look());
  suggestions.addEventListener("act", ({ detail }) => deeds.act(detail));
  offer.addEventListener("accept", ({ detail }) => work(() => deeds.take(detail)));
  offer.addEventListener("decline", ({ detail }) => work(() => floor.decline(detail)));
  offer.addEventListener("answer", ({ detail }) => work(() => consulting.take(detail)));
  offer.addEventListener("leave", ({ detail }) => work(() => consulting.decline(detail)));
  byId("waiting").addEventListener("take", ({ detail }) => work(() => deeds.take(detail)));
  byId("mine").addEventListener("pick", ({ detail }) => shift.pick(detail));
  deeds.listen(byId("case"));
  side.addEventListener("open", () => tabs.view("side"));
  side.addEventListener("back", () => { if (shift.front) tabs.view("talk"); });
  log.addEventListener("again", ({ detail }) => work(() => shift.front.again(detail)));
  composer.addEventListener("say", ({ detail }) => work(() => say(detail)));
  composer.addEventListener("writing", () => shift.front?.tellTyping());
  document.addEventListener("visibilitychange", () => shift.front?.show(!document.hidden));
  byId("help").addEventListener("click", keys.showSheet);
  keys.listen((name, place) => { if (station.me) (KEYED[name] ?? (() => deeds.do(name)))(place); });
  listenToSound();
}

function listenToSound() {
  const button = byId("sound");
  const draw = () => button.setAttribute("aria-pressed", String(sound.isOn()));
  button.addEventListener("click", () => { sound.set(!sound.isOn()); draw(); });
  draw();
}

history.bind(work);
beside.bind([["help", word("view-side"), suggestions], ["history", word("history"), history]]);
side.bind(beside);
history.show(null);
suggestions.show(null);
beginDemo((key) => door.enter(key), (error) => door.fail(error, null));
listen();
tabs.begin(() => null);
