// The operations of /openapi.json as a table.
import { byId, h } from "./dom.js";

const rowsOf = (contract) => Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) =>
    h("tr", {}, h("td", {}, h("code", {}, `${method.toUpperCase()} ${path}`)), h("td", {}, operation.description ?? operation.summary ?? ""))));
fetch("/openapi.json").then((answer) => answer.json()).then((contract) => byId("operations").replaceChildren(...rowsOf(contract)));
