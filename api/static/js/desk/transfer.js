// Giving a conversation to another agent or unit, with a note, or back to the assistant; and asking about it before.
import { h } from "../dom.js";
import { word } from "../call-words.js";
import { field, form, submit } from "./fields.js";
import { choices } from "./names.js";

const group = (label, entries) => (entries.length ? h("optgroup", { label }, ...entries.map(([value, text]) => h("option", { value }, text))) : null);

// Colleagues and units; `more`: other groups.
function whom(present, me, ...more) {
  const others = present.filter(({ who }) => who !== me).map(({ who, name, state, languages }) =>
    [who, `${name} · ${word(`state-${state}`)} · ${languages.join(", ")}`]);
  return h("select", { id: "to", required: true, autocomplete: "off" }, h("option", { value: "" }, word("transfer-yourself")),
    ...[group(word("transfer-agents"), others), group(word("transfer-units"), choices().units.map((unit) => [unit, unit])), ...more].filter(Boolean));
}

// `done(to, question)`: to a colleague who is at work, or to whoever serves a unit or a language.
export function consultForm(present, me, done) {
  const at = present.filter(({ state }) => state !== "away");
  const to = whom(at, me, group(word("consult-languages"), choices().languages.map(({ id, name }) => [id, name])));
  const question = h("textarea", { id: "question", rows: 4, maxlength: 4000, required: true, "aria-describedby": "question-hint" });
  return form(() => done(to.value, question.value.trim()), field(word("transfer-to"), to),
    field(word("consult-question"), question, h("span", { id: "question-hint", class: "hint" }, word("consult-question-hint"))), submit(word("consult-send")));
}

// `done(to, note)`.
export function transferForm(present, me, done) {
  const to = whom(present, me);
  const note = h("textarea", { id: "note", rows: 4, maxlength: 1000, "aria-describedby": "note-hint" });
  return form(() => done(to.value, note.value.trim()), field(word("transfer-to"), to),
    field(word("transfer-note"), note, h("span", { id: "note-hint", class: "hint" }, word("transfer-note-hint"))), submit(word("transfer")));
}

export const returnForm = (done) => form(done, h("p", {}, word("return-hint")), submit(word("return")));
