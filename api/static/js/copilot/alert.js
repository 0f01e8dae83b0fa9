// Something that was said wrong, or that cannot wait: the words, what holds instead, and where it stands.
import { word } from "../call-words.js";
import { h } from "../dom.js";
import { sources } from "./sources.js";

// `deeds`: what can be done with it.
export function alertCard({ kind, said, right, citation }, ...deeds) {
  const danger = kind === "danger";
  return h("div", { class: danger ? "alert-card danger" : "alert-card", role: "alert" },
    h("p", {}, h("strong", {}, word(danger ? "danger" : "alert")), " ", h("q", {}, said)),
    h("p", { class: "right" }, right), sources(citation ? [citation] : []), ...deeds);
}
