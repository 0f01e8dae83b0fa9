// The conversation in another site: a button in the corner, and the page in a frame over it. It leaves nothing else there.
(() => {
  const told = /* words */ {};
  const from = new URL(document.currentScript.src).origin;
  const root = document.createElement("div");
  const shadow = root.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; }
    button { position: fixed; right: 1.25rem; bottom: 1.25rem; z-index: 2147483000; width: 3.75rem; height: 3.75rem; border: 0; border-radius: 50%;
      background: #0d4a52; color: #fff; cursor: pointer; box-shadow: 0 6px 24px rgb(0 0 0 / .28); display: grid; place-items: center; }
    button:hover { background: #12626c; } button:focus-visible { outline: 3px solid #f0b94a; outline-offset: 3px; }
    svg { width: 1.9rem; height: 1.9rem; fill: none; stroke: currentcolor; stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; }
    iframe { position: fixed; right: 1.25rem; bottom: 5.75rem; z-index: 2147483000; width: min(25rem, calc(100vw - 2.5rem));
      height: min(42rem, calc(100vh - 7.5rem)); border: 1px solid rgb(0 0 0 / .15); border-radius: 16px; background: #fff; box-shadow: 0 12px 48px rgb(0 0 0 / .3); }
    iframe[hidden] { display: none; }
    @media (max-width: 30rem) { iframe { inset: 0 0 auto 0; width: 100vw; height: calc(100dvh - 5rem); border-radius: 0; border: 0; } button { right: .75rem; bottom: .6rem; } }
  `);
  shadow.adoptedStyleSheets = [style];
  const button = document.createElement("button");
  const frame = document.createElement("iframe");
  const draw = (open) => {
    button.setAttribute("aria-label", open ? told.close : told.open);
    button.setAttribute("aria-expanded", String(open));
    button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${open ? "M6 6l12 12M18 6L6 18" : "M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z"}"/></svg>`;
  };
  const show = (open) => {
    if (open && !frame.src) frame.src = `${from}/`;  // nothing is loaded for who does not ask for it
    frame.hidden = !open;
    draw(open);
    (open ? frame : button).focus();
  };
  Object.assign(frame, { title: told.name, hidden: true, allow: "microphone; clipboard-write" });
  button.type = "button";
  button.addEventListener("click", () => show(frame.hidden));
  addEventListener("message", ({ origin, source, data }) => {
    if (origin === from && source === frame.contentWindow && data === "isac:close") show(false);
  });
  draw(false);
  shadow.append(frame, button);
  const place = () => document.body.append(root);
  if (document.body) place();
  else addEventListener("DOMContentLoaded", place);
})();
