// The page within another site: told by its style, and closed by Escape.
export function embed() {
  if (window === top) return;
  document.documentElement.classList.add("embedded");
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) parent.postMessage("isac:close", "*");
  });
}
