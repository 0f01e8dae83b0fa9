// The operations of /openapi.json as a table.
import { byId, h } from "./dom.js";

const contract = await (await fetch("/openapi.json")).json();
const rows = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) =>
    h("tr", {}, h("td", {}, h("code", {}, `${method.toUpperCase()} ${path}`)), h("td", {}, operation.description ?? operation.summary ?? ""))));
byId("operations").replaceChildren(...rows);
