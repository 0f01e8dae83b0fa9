// Who speaks and when, above what they say. A heading: one can go from turn to turn by it.
import { h } from "../js/dom.js";
import { moment } from "../js/words.js";

export const by = (face, name, at, button = null) =>
  h("div", { class: "by" }, h("h3", {}, face, h("span", {}, name), h("time", { datetime: at.toISOString() }, moment(at))), button);
