// Where one writes: it grows with the text, and keeps it through a reload.
import { byId } from "../js/dom.js";
import * as session from "./session.js";

const box = byId("message");

export const text = () => box.value;
export const focus = () => box.focus();

export function set(value) {
  box.value = value;
  session.keepDraft(value);
  grow();
}

// Empties it of what was sent; what was written since stays.
export const clearOf = (sent) => { if (box.value.trim() === sent.trim()) set(""); };
// What could not be sent comes back, unless something else is being written.
export const giveBack = (sent) => { if (!box.value.trim()) set(sent); };

function grow() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 3, 144)}px`;
}

export function listen(say, writes) {
  set(box.value || session.draft()); // what was written before this script came stays
  const sent = (event) => { event.preventDefault(); say(box.value.trim()); };
  byId("composer").addEventListener("submit", sent);
  box.addEventListener("input", () => { session.keepDraft(box.value); grow(); writes(); });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) sent(event);
  });
}
