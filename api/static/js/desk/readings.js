// What agents put right in how a conversation was read: what follows from it for its lines, and the forms to do it.
import { h } from "../dom.js";
import { word } from "../call-words.js";
import { field, form, submit } from "./fields.js";
import { choices, matterName } from "./names.js";

export const DANGERS = ["crisis", "violence", "emergency"];
const FIELDS = ["need", "language", "danger"];
const SHOWN = 8;
const NONE = ""; // no matter, no danger

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

export const dangerOf = (handOff) => (handOff.urgent && DANGERS.includes(handOff.reason) ? handOff.reason : null);

// What is known of the citizen's lines since: the one said last before the need was put right is about that need, and
// while nobody is in danger, none of those said before does tell of any.
export function knownOf(lines, readings) {
  const said = lines.filter(({ speaker, number }) => speaker === "citizen" && number !== undefined), known = new Map();
  const add = (line, more) => known.set(line.number, { ...known.get(line.number), ...more });
  for (const { number, before, after } of readings) {
    const earlier = said.filter((line) => line.number < number);
    if (before.need !== after.need && earlier.length) add(earlier.at(-1), { need: after.need });
    if (before.danger !== after.danger) for (const line of earlier) add(line, { safe: after.danger === null });
  }
  return known;
}

// The wish that takes the last change back; null where there is none.
export function undoOf(readings) {
  const last = readings.at(-1);
  const changed = FIELDS.filter((name) => last && last.before[name] !== last.after[name]);
  return changed.length ? Object.fromEntries(changed.map((name) => [name, last.before[name]])) : null;
}

const radio = (name, value, text, checked, lang) =>
  h("label", { lang }, h("input", { type: "radio", name, value, checked, required: true }), " ", text);
const chosen = (filled, name) => new FormData(filled).get(name) || null;

// Those that the copilot thought of first; typing narrows them down and marks the first, which Enter takes.
function needForm({ handOff, advice }, done) {
  const matters = choices().matters, thought = (advice?.told?.suggestions ?? []).map(({ need }) => need);
  const rank = ({ id }) => (thought.includes(id) ? thought.indexOf(id) : thought.length);
  const ordered = matters.filter(({ id }) => id !== handOff.need).sort((a, b) => rank(a) - rank(b));
  const search = h("input", { id: "need-search", type: "search", autocomplete: "off", "aria-controls": "need-found" });
  const found = h("fieldset", { id: "need-found", class: "choice tall" });
  const draw = () => {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const fit = ordered.filter(({ name }) => words.every((one) => plain(name).includes(one))).slice(0, SHOWN);
    const none = handOff.need ? [radio("need", NONE, word("need-none"), !fit.length)] : [];
    found.replaceChildren(h("legend", {}, word("need-found")), ...fit.map(({ id, name }, place) => radio("need", id, name, words.length > 0 && !place)), ...none);
  };
  search.addEventListener("input", draw);
  draw();
  return form((filled) => done({ need: chosen(filled, "need") }), h("p", { class: "rest" }, `${word("read-as")} ${matterName(handOff.need) || word("need-none")}`),
    field(word("need-search"), search), found, submit(word("put-right")));
}

function languageForm({ handOff }, done) {
  const boxes = choices().languages.map(({ id, name }) => radio("language", id, name, id === handOff.language, id));
  return form((filled) => done({ language: chosen(filled, "language") }),
    h("fieldset", { class: "choice tall" }, h("legend", {}, word("language-spoken")), ...boxes),
    h("p", { class: "rest" }, word("language-hint")), submit(word("put-right")));
}

// What is most likely wrong is marked: that there is danger, or that there is none.
function dangerForm({ handOff }, done) {
  const now = dangerOf(handOff);
  const boxes = [NONE, ...DANGERS].map((one) => radio("danger", one, word(one ? `reason-${one}` : "danger-none"), now ? one === NONE : one === DANGERS[0]));
  return form((filled) => done({ danger: chosen(filled, "danger") }), h("fieldset", { class: "choice tall" }, h("legend", {}, word("danger-is")), ...boxes),
    h("p", { class: "rest" }, word("danger-hint")), submit(word("put-right")));
}

export const FORMS = { need: needForm, language: languageForm, danger: dangerForm };
