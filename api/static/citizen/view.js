// What is in view: the newest, and of it first what is to be decided.
import { byId } from "../js/dom.js";

const below = byId("below"), bottom = document.querySelector(".bottom"), head = document.querySelector(".head");
const sticks = (element) => getComputedStyle(element).position === "sticky";
const calm = (smooth) => (!smooth || matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
const edge = () => (sticks(head) ? head.offsetHeight : 0) + 8;

export const toEnd = (smooth = true) => scrollTo({ top: document.documentElement.scrollHeight, behavior: calm(smooth) });

// To the start of what was said, or as far down as the page goes. What is to be decided, below it, comes before its start.
export function bring(shown, { smooth = true } = {}) {
  requestAnimationFrame(() => {
    const rest = document.documentElement.scrollHeight - innerHeight;
    const start = shown.getBoundingClientRect().top + scrollY - edge();
    const top = decides(shown) ? rest : Math.min(rest, start);
    scrollTo({ top: Math.max(0, fits() ? top : start), behavior: calm(smooth) });
  });
}

// On a screen too low for a composer that stays, the start is all one can be shown.
const fits = () => sticks(bottom);
const decides = (shown) => shown.querySelector(".offer:enabled, .proposed .primary:enabled") !== null;

export function watchEnd() {
  const look = () => { below.hidden = !document.body.classList.contains("spoken") || document.documentElement.scrollHeight - innerHeight - scrollY < 90; };
  addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(byId("main"));
  below.addEventListener("click", () => toEnd());
}
