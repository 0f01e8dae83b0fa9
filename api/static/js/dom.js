// Elements from plain values: text is always text, never markup.

export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// The work, done once at a time: a second press while it is being done does nothing.
export function once(work) {
  let going = null;
  return (...given) => (going ??= work(...given).finally(() => { going = null; }));
}

export const byId = (id) => document.getElementById(id);
