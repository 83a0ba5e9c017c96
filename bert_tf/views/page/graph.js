/** The graph view: scopes as boxes that open, arrows between them, and what serves the old names. */

import { arrows, inRows } from "./arrows.js";
import { bdi, make, numbers } from "./elements.js";
import { soon, whenChanged } from "./paint.js";

const WIDEST = 8; // boxes in a line
const COLORS = {
  Placeholder: "input",
  PlaceholderWithDefault: "input",
  IteratorGetNext: "input",
  Variable: "variable",
  VariableV2: "variable",
  VarHandleOp: "variable",
  Const: "constant",
};

export function graph(data, place) {
  const nodes = data.nodes.map((node, at) => ({ ...node, at, inside: [] }));
  const roots = [];
  for (const node of nodes) (node.within === null ? roots : nodes[node.within].inside).push(node);
  const open = new Set();
  let shown = new Map();

  const flow = make("div", { class: "graph-flow" });
  const status = make("p", { class: "status", role: "status" });
  const draw = soon(() => {
    const edges = [];
    for (const [at, element] of shown) {
      for (const from of nodes[at].from) if (shown.has(from)) edges.push([shown.get(from), element]);
    }
    arrows(flow, edges);
  });
  const build = (focus) => {
    shown = new Map();
    flow.replaceChildren(...rowsOf(roots));
    if (focus !== undefined) shown.get(focus).querySelector("button").focus();
    draw();
  };
  const rowsOf = (siblings) => {
    const lines = [];
    for (const row of inRows(siblings, (node) => node.at)) {
      for (let at = 0; at < row.length; at += WIDEST) {
        lines.push(make("div", { class: "row" }, ...row.slice(at, at + WIDEST).map(boxOf)));
      }
    }
    return lines;
  };
  const boxOf = (node) => {
    const isScope = node.type === "";
    const tell = () => status.replaceChildren(...describe(node));
    const press = () => {
      if (isScope && !open.delete(node.at)) open.add(node.at);
      if (isScope) build(node.at);
      tell();
    };
    const kind = isScope ? `${node.operations} operations` : node.type;
    const state = isScope ? { expanded: String(open.has(node.at)) } : {};
    const button = make(
      "button",
      { type: "button", title: node.path, aria: state, onclick: press, onfocus: tell, onpointerenter: tell },
      make("span", { class: "name" }, bdi(node.name)),
      make("span", { class: "kind" }, kind),
    );
    const inside = open.has(node.at) ? make("div", { class: "inside" }, ...rowsOf(node.inside)) : null;
    const style = isScope ? `scope ${open.has(node.at) ? "open" : ""}` : `operation ${COLORS[node.type] ?? ""}`;
    const element = make("div", { class: style, data: { path: node.path } }, button, inside);
    shown.set(node.at, element);
    return element;
  };

  const all = (text, change) =>
    make("button", { type: "button", class: "plain", onclick: () => (change(), build()) }, text);
  const scopes = nodes.filter((node) => node.type === "");
  const controls = make(
    "div",
    { class: "controls" },
    all("open the outer scopes", () =>
      scopes.filter((node) => node.within === null).forEach((node) => open.add(node.at)),
    ),
    all("close all", () => open.clear()),
    make("span", { class: "hint" }, "Press a box to open it. Point at an operation for the code that made it."),
  );
  status.textContent = `${nodes.length - scopes.length} operations in ${scopes.length} scopes.`;
  const table = numbers(() => tableOf(nodes));
  place.append(controls, status, make("div", { class: "wide" }, flow), servedTable(data.served), table.element);
  build();
  whenChanged(flow, draw);
}

function describe(node) {
  const words = [bdi(node.path)];
  if (node.type === "") return [...words, `: ${node.operations} operations`];
  words.push(`: ${node.type}`);
  if (node.shape) words.push(` ${node.shape}`);
  if (node.place) words.push(`, made at ${node.place}: `, make("code", {}, bdi(node.line.slice(0, 160))));
  return words;
}

function servedTable(rows) {
  if (rows.length === 0) return make("p", { class: "hint" }, "Nothing is known about the code that made this graph.");
  const cells = rows.map(({ name, by, target, operations, places }) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, name),
      ...[by, target, String(operations), places.join(", ")].map((text) => make("td", {}, text)),
    ),
  );
  const names = ["TensorFlow 1 name", "served by", "as", "operations", "where"];
  const head = make("tr", {}, ...names.map((text) => make("th", { scope: "col" }, text)));
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...cells));
  return make(
    "section",
    { class: "served" },
    make("h2", {}, "Where the old names went"),
    make("div", { class: "wide" }, table),
  );
}

function tableOf(nodes) {
  return {
    caption: "Every operation",
    columns: ["operation", "type", "shape", "made of", "made at"],
    rows: nodes
      .filter((node) => node.type !== "")
      .map((node) => [node.path, node.type, node.shape, node.from.map((at) => nodes[at].path).join(", "), node.place]),
  };
}
