// What this tab knows of its calls and must know after the page is loaded again: its token, and since when it
// speaks.
const key = (id) => `isac.call.${id}`;
const here = new Map(); // for a browser that keeps nothing

export function known(id) {
  try {
    return JSON.parse(sessionStorage.getItem(key(id))) ?? here.get(id) ?? {};
  } catch {
    return here.get(id) ?? {};
  }
}

export function note(id, facts) {
  const all = { ...known(id), ...facts };
  here.set(id, all);
  try {
    sessionStorage.setItem(key(id), JSON.stringify(all));
  } catch {
    // It is known until the page is closed.
  }
}

export function forget(id) {
  here.delete(id);
  try {
    sessionStorage.removeItem(key(id));
  } catch {
    // Nothing was kept.
  }
}
