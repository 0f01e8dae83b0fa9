// Names of matters, units, offices and languages, as the service tells them once.
import * as api from "./api.js";

let known = { languages: [], units: [], matters: [], offices: [] };

export const choices = () => known;
export const load = async () => { known = await api.choices(); };
export const matterName = (need) => known.matters.find(({ id }) => id === need)?.name ?? need ?? "";
export const capital = (text) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
export const officeName = (office) => known.offices.find(({ id }) => id === office)?.name ?? office;
export const isBookable = (need) => Boolean(known.matters.find(({ id }) => id === need)?.bookable);
