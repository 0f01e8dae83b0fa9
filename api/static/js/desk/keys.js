// The keyboard: Alt and a key, also while one writes. They can be switched off, and a sheet lists them.
import { byId, h } from "../dom.js";
import { word } from "../call-words.js";

const KEY = "isac.desk.keys";

// By the place of the key: Alt with a letter gives another sign on some keyboards.
const KEYS = [
  ["accept", "KeyA", "A"], ["decline", "KeyX", "X"], ["insert", ["Digit1", "Digit2", "Digit3"], "1 – 3"], ["edit", "KeyE", "E"],
  ["next", "KeyS", "S"], ["history", "KeyR", "R"], ["need", "KeyM", "M"], ["language", "KeyI", "I"], ["danger", "KeyP", "P"],
  ["undo", "KeyZ", "Z"], ["book", "KeyC", "C"], ["consult", "KeyQ", "Q"], ["transfer", "KeyT", "T"], ["supervisor", "KeyU", "U"],
  ["return", "KeyV", "V"],
  ["close", "KeyF", "F"], ["available", "KeyD", "D"], ["help", "KeyH", "H"],
];

function isOn() {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

function set(on) {
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
  } catch {
    // On again after a reload.
  }
}

const isWriting = ({ target }) => target.closest("input, textarea, select, [contenteditable]") !== null;

// `act(name, place)`: `place`, which of the keys of one deed it was, from 0. Only inside, and not over a sheet.
export function listen(act) {
  document.addEventListener("keydown", (event) => {
    if (!isOn() || document.querySelector("dialog[open]")) return;
    if (event.key === "?" && !isWriting(event)) { event.preventDefault(); return act("help", 0); }
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    for (const [name, codes] of KEYS) {
      const place = [codes].flat().indexOf(event.code);
      if (place < 0) continue;
      event.preventDefault();
      return act(name, place);
    }
  });
}

export function showSheet() {
  const sheet = byId("sheet"), opener = document.activeElement;
  const close = h("button", { type: "button", onclick: () => sheet.close() }, word("close-sheet"));
  const row = (keys, label) => h("div", {}, h("dt", {}, ...keys), h("dd", {}, label));
  const alt = (text) => [h("kbd", {}, "Alt"), " + ", h("kbd", {}, text)];
  sheet.replaceChildren(h("header", {}, h("h2", { id: "sheet-title" }, word("keys")), close),
    h("dl", { class: "keys" }, ...KEYS.map(([name, , text]) => row(name === "help" ? [...alt(text), " / ", h("kbd", {}, "?")] : alt(text), word(`key-${name}`))),
      row([h("kbd", {}, "Intro")], word("key-send")), row([h("kbd", {}, "⇧"), " + ", h("kbd", {}, "Intro")], word("key-line"))),
    h("p", { class: "choice" }, h("label", {}, h("input", { type: "checkbox", checked: isOn(), onchange: ({ target }) => set(target.checked) }), " ", word("keys-on"))),
    h("p", { class: "rest" }, word("keys-hint")));
  sheet.onclose = () => opener?.focus();
  sheet.showModal();
}
