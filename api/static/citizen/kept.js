// How one likes the page, kept in this browser; and what belongs to this tab. A browser that keeps nothing still talks.
const tried = (work) => {
  try {
    return work();
  } catch {
    return null;
  }
};

export const choice = (key) => tried(() => localStorage.getItem(key));
export const choose = (key, value) => tried(() => localStorage.setItem(key, value));
export const inTab = (key) => tried(() => sessionStorage.getItem(key));
export const keepInTab = (key, value) => tried(() => sessionStorage.setItem(key, value));
export const forgetInTab = (key) => tried(() => sessionStorage.removeItem(key));
