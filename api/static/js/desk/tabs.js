// The parts of the desk, by what stands in the address after #, and on a phone the three panes of the first one.
import { byId } from "../dom.js";

const TABS = ["talk", "agenda", "team"];

// `shown(tab)`: a part came in front.
export function begin(shown) {
  const draw = () => {
    const tab = TABS.find((one) => `#${one}` === location.hash) ?? "talk";
    for (const one of TABS) byId(one).hidden = one !== tab;
    byId("views").classList.toggle("away", tab !== "talk");
    for (const link of byId("tabs").querySelectorAll("a")) {
      if (link.hash === `#${tab}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    shown(tab);
  };
  addEventListener("hashchange", draw);
  for (const button of byId("views").querySelectorAll("button")) button.addEventListener("click", () => view(button.dataset.view));
  draw();
  view("queue");
}

export function view(name) {
  byId("talk").dataset.view = name;
  for (const button of byId("views").querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.view === name));
}
