// Which conversation this tab is in. Only its id and its key are kept, and only in this tab.
const KEY = "isac.conversation";

export function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

export function keep({ id, token }) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ id, token }));
  } catch {
    // A browser that keeps nothing still talks; it only cannot go on after a reload.
  }
}

export function forget() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
