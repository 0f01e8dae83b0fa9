// Where calls are among the pages of the staff, in the language of this page.
const here = () => document.documentElement.lang;

export const callPage = (id, language = here()) => `/llamada?${new URLSearchParams({ call: id, language })}`;
export const recordPage = (id) => `/llamada/${encodeURIComponent(id)}?${new URLSearchParams({ language: here() })}`;
// For somebody else, in a language of their own.
export const callLink = (id) => new URL(`/llamada?${new URLSearchParams({ call: id })}`, location.href).href;

export const callOfPage = () => new URLSearchParams(location.search).get("call");
export const callOfRecord = () => decodeURIComponent(location.pathname.split("/").at(-1));
