// Giving a conversation to another agent or unit, with a note, or back to the assistant.
import { h } from "../dom.js";
import { word } from "../call-words.js";
import { field, form, submit } from "./fields.js";
import { choices } from "./names.js";

// `done(to, note)`.
export function transferForm(present, me, done) {
  const group = (label, entries) => (entries.length ? h("optgroup", { label }, ...entries.map(([value, text]) => h("option", { value }, text))) : null);
  const others = present.filter(({ who }) => who !== me).map(({ who, name, state, languages }) =>
    [who, `${name} · ${word(`state-${state}`)} · ${languages.join(", ")}`]);
  const to = h("select", { id: "to", required: true, autocomplete: "off" }, h("option", { value: "" }, word("transfer-yourself")),
    group(word("transfer-agents"), others), group(word("transfer-units"), choices().units.map((unit) => [unit, unit])));
  const note = h("textarea", { id: "note", rows: 4, maxlength: 1000, "aria-describedby": "note-hint" });
  return form(() => done(to.value, note.value.trim()), field(word("transfer-to"), to),
    field(word("transfer-note"), note, h("span", { id: "note-hint", class: "hint" }, word("transfer-note-hint"))), submit(word("transfer")));
}

export const returnForm = (done) => form(done, h("p", {}, word("return-hint")), submit(word("return")));
