// The end of a conversation: the summary to correct, and how the matter stands.
import { h } from "../dom.js";
import { word } from "../call-words.js";
import * as api from "./api.js";
import { field, form, submit } from "./fields.js";

const DISPOSITIONS = ["resolved", "appointment", "transfer", "callback", "pending", "elsewhere", "abandoned"];

// `done(disposition, summary)`. Nothing waits for the summary: what is written meanwhile is kept.
export function wrapUpForm(conversation, done) {
  const box = h("textarea", { id: "summary", rows: 9, maxlength: 4000, "aria-describedby": "summary-hint" });
  const hint = h("span", { id: "summary-hint", class: "hint", role: "status" }, word("loading"));
  const radio = (one) => h("label", {}, h("input", { type: "radio", name: "disposition", value: one, required: true }), " ", word(`disposition-${one}`));
  const element = form((filled) => done(new FormData(filled).get("disposition"), box.value.trim()),
    field(word("close-summary"), box, hint),
    h("fieldset", { class: "choice tall" }, h("legend", {}, word("close-how")), ...DISPOSITIONS.map(radio)), submit(word("close")));
  prepare();
  return element;

  async function prepare() {
    try {
      const { reason, sentences, disposition } = await api.summary(conversation.id);
      if (!box.value) box.value = [reason, ...sentences.map(({ text }) => text)].filter(Boolean).join("\n");
      hint.textContent = word("close-summary-hint");
      if (!element.querySelector(":checked")) element.querySelector(`[value="${disposition}"]`).checked = true;
    } catch {
      hint.textContent = word("close-summary-none");
    }
  }
}
