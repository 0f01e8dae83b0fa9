// What the page does before its scripts are here, written within it: the conversation is asked for at once, what is
// pressed waits, and what did not come is fetched again.
import * as http from "../js/http.js";
import * as session from "./session.js";

const AGAIN_MS = 4000, SLOW_MS = 10_000;
const { phrases, phone } = JSON.parse(document.getElementById("words").textContent);
const call = phone ? ` ${phone}` : "";

export const saved = session.begun();
export const first = saved ? http.read(saved) : http.open(document.documentElement.lang);
first.catch(() => {}); // whoever waits for it tells

let pressed = null;
const tell = (text) => { document.getElementById("status").textContent = text; };
const slow = setTimeout(() => tell(phrases.slow + call), SLOW_MS);

function press(event) {
  const enter = event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target.id === "message";
  const button = enter ? document.querySelector(".send") : event.type === "click" && event.target.closest("button");
  if (!button) return;
  event.preventDefault();
  pressed = button;
  tell(phrases.typing);
}

function again({ target }) {
  if (!target.matches?.("script[src], link[rel=stylesheet]")) return;
  tell(`${phrases.lost} ${phrases["goes-on"]}${call}`);
  const fresh = document.createElement(target.localName);
  for (const { name, value } of target.attributes) fresh.setAttribute(name, value);
  const fetchAnew = () => { clearTimeout(timer); removeEventListener("online", fetchAnew); target.replaceWith(fresh); };
  const timer = setTimeout(fetchAnew, AGAIN_MS);
  addEventListener("online", fetchAnew);
}

// The page is there: what was pressed meanwhile is done.
export function ready() {
  clearTimeout(slow);
  for (const kind of ["click", "keydown"]) removeEventListener(kind, press, true);
  tell("");
  pressed?.click();
}

for (const kind of ["click", "keydown"]) addEventListener(kind, press, true);
addEventListener("error", again, true);
