// The record of a call: what was said, its sound, who was told what, and what to take away or delete.
import "./copilot/summary.js";
import "./need.js";
import "./transcript.js";
import { callOfRecord, callPage } from "./addresses.js";
import * as calls from "./calls.js";
import { CallEvents } from "./call-events.js";
import { forgetSound, tellSound } from "./call-sound.js";
import { languageName, when, word } from "./call-words.js";
import { Door } from "./door.js";
import { byId, h, once } from "./dom.js";
import { hear, timeButton } from "./hearing.js";
import { Player } from "./player.js";
import * as staff from "./staff.js";

const id = callOfRecord();
const transcript = byId("transcript"), summary = byId("summary"), player = new Player();
let events = null, tracks = [];
const door = new Door({ show, clear });

async function show() {
  const call = await calls.read(staff.kept(), id);
  clear(); // and filled at once: whoever reads something of it stays there
  byId("record").hidden = false;
  about(call);
  consent(call.consent);
  for (const segment of call.segments) transcript.add(segment, kept(call) ? timeButton : undefined);
  byId("nothing").hidden = call.segments.length > 0;
  recording(call);
  if (call.state === "live") follow();
  else if (call.segments.length) summarize();
}

// The rest of the record waits for nothing.
async function summarize() {
  byId("summary-part").hidden = false;
  summary.tell(word("summary-loading"));
  try {
    summary.show(await calls.summary(staff.kept(), id), (turn) => transcript.startOf(turn));
  } catch {
    summary.tell(word("summary-none"));
  }
}

function clear() {
  byId("summary-part").hidden = true;
  summary.clear();
  events?.stop();
  events = null;
  player.unload();
  transcript.clear();
  forgetSound();
  byId("need").show(null);
  byId("text-cut").textContent = "";
  byId("record").hidden = byId("player").hidden = byId("wav").hidden = true;
  byId("load").hidden = false;
}

function about({ state, started, ended, language, need }) {
  byId("state").textContent = word(state);
  byId("started").textContent = when(started);
  byId("finished").textContent = ended ? when(ended) : "–";
  byId("spoken").replaceChildren(language ? languageName(language) : "–");
  byId("need").show(need);
  byId("still").hidden = state !== "live";
  byId("recording").hidden = state === "live";
  byId("to-call").href = callPage(id);
}

function consent(proof) {
  byId("no-consent").hidden = Boolean(proof);
  byId("consent").hidden = !proof;
  if (!proof) return;
  byId("consent-text").textContent = proof.text;
  byId("consent-text").lang = proof.language;
  const answer = byId("answer");
  answer.textContent = proof.agreed ? answer.dataset.agreed : answer.dataset.refused;
  byId("said-at").textContent = when(proof.said_at);
  byId("by").textContent = proof.by;
  byId("noted-by").textContent = proof.noted_by;
}

const kept = (call) => call.state === "ended" && call.kept_audio;

function recording(call) {
  tracks = Object.entries(call.tracks).filter(([, { received_s }]) => received_s).map(([track]) => track);
  const there = kept(call) && tracks.length > 0;
  byId("audio").hidden = !there;
  transcript.classList.toggle("hearable", there);
  byId("no-audio").textContent = there ? "" : byId("no-audio").dataset.none;
}

// Who listens is noted: the sound is asked for when somebody wants to hear it, not before.
const load = once(async () => {
  const loading = byId("loading");
  loading.textContent = loading.dataset.loading;
  try {
    await player.load(staff.kept(), id, tracks);
  } finally {
    loading.textContent = "";
  }
  byId("load").hidden = true;
  byId("player").hidden = byId("wav").hidden = false;
});

function follow() {
  const following = (events = new CallEvents());
  following.addEventListener("final", ({ detail }) => { transcript.add(detail); byId("nothing").hidden = true; });
  following.addEventListener("partial", ({ detail }) => transcript.partial(detail));
  following.addEventListener("need", ({ detail }) => byId("need").show(detail));
  following.addEventListener("track", ({ detail }) => tellSound(detail));
  following.addEventListener("cut", () => { byId("text-cut").textContent = word("text-cut"); });
  following.addEventListener("back", () => { byId("text-cut").textContent = ""; });
  following.addEventListener("ended", () => door.go());
  following.follow(staff.kept(), id).catch((error) => door.fail(error, () => door.go()));
}

function save(blob, end) {
  const address = URL.createObjectURL(blob);
  h("a", { href: address, download: `llamada-${id}.${end}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

async function erase() {
  await calls.eraseAudio(staff.kept(), id);
  await show();
  byId("no-audio").textContent = byId("no-audio").dataset.deleted;
}

hear(transcript, (seconds) => door.go(async () => {
  if (byId("audio").hidden) return;
  if (!player.loaded) await load();
  player.playFrom(seconds);
}));
summary.addEventListener("turn", ({ detail }) => transcript.point(detail));
byId("load").addEventListener("click", () => door.go(async () => { await load(); byId("sound").focus(); }));
byId("wav").addEventListener("click", () => save(player.recording, "wav"));
byId("downloads").addEventListener("click", ({ target: { dataset } }) => {
  if (dataset.form) door.go(async () => save(await calls.transcript(staff.kept(), id, dataset.form), dataset.end));
});
byId("delete").addEventListener("click", () => {
  byId("sure").returnValue = ""; // left without an answer, some browsers keep the last one
  byId("sure").showModal();
});
byId("sure").addEventListener("close", () => { if (byId("sure").returnValue === "yes") door.go(erase); });
