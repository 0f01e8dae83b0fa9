// The size of the letters, over what the browser is set to.
import * as kept from "./kept.js";

const KEY = "isac.size";
export const SIZES = ["normal", "large", "larger"];
export const size = () => (SIZES.includes(kept.choice(KEY)) ? kept.choice(KEY) : "normal");

export function setSize(wanted) {
  kept.choose(KEY, wanted);
  document.documentElement.classList.remove(...SIZES);
  document.documentElement.classList.add(wanted);
}
