/** The stage view: the way of a text through a model, a box a stage and arrows between them. */

import { arrows, inRows } from "./arrows.js";
import { bdi, make, numbers, stepper } from "./elements.js";
import { matrix, scales, soon, whenChanged } from "./paint.js";

const PARTS = { embeddings: "Embeddings", layer: "Layer", pooler: "Pooler" };

export function stage(data, place) {
  let { layer } = data.start;
  const controls = make("div", { class: "controls" });
  const status = make("p", { class: "status", role: "status" });
  const flow = make("div", { class: "flow" });
  let boxes = new Map();

  const draw = soon(() => {
    const colors = scales();
    for (const { each, canvas } of boxes.values()) paintHeat(canvas, each, colors);
    const edges = [...boxes.values()].flatMap(({ each, element }) =>
      each.from.filter((name) => boxes.has(name)).map((name) => [boxes.get(name).element, element]),
    );
    arrows(flow, edges);
  });
  const build = () => {
    boxes = new Map();
    const shown = data.stages.filter((each) => each.layer === null || each.layer === layer);
    const parts = [...new Set(shown.map((each) => each.part))];
    flow.replaceChildren(
      ...parts.map((part) => {
        const here = shown.filter((each) => each.part === part);
        const rows = inRows(here, (each) => each.stage).map((row) => {
          const made = row.map((each) => {
            const box = boxOf(each, data.tokens, status);
            boxes.set(each.stage, box);
            return box.element;
          });
          return make("div", { class: "row" }, ...made);
        });
        const name = part === "layer" ? `Layer ${layer} of ${data.layers.length}` : (PARTS[part] ?? part);
        return make("section", { aria: { label: name } }, make("h2", {}, name), ...rows);
      }),
    );
    const differing = shown.filter((each) => each.reference && !each.reference.equal);
    status.textContent = verdict(data, differing);
    table.show();
    draw();
  };
  if (data.layers.length > 0) {
    const change = (at) => {
      layer = data.layers[at];
      build();
    };
    controls.append(stepper("Layer", data.layers.map(String), data.layers.indexOf(layer), change));
  }
  controls.append(
    make("span", { class: "hint" }, "Each box: rows are tokens; heads lie side by side. Point at a cell to read it."),
  );
  const table = numbers(() => tableOf(data, layer));
  place.append(controls, status, flow, table.element);
  build();
  whenChanged(flow, draw);
}

function verdict(data, differing) {
  const compared = data.stages.filter((each) => each.reference);
  if (compared.length === 0) return `${data.stages.length} stages, not compared with a reference.`;
  const all = compared.filter((each) => !each.reference.equal);
  if (all.length === 0) return `All ${compared.length} stages are the reference's within ${data.tolerance}.`;
  const here = differing.length ? `, in this layer first ${differing[0].stage}` : "";
  return `${all[0].stage} is the first of ${compared.length} stages to depart from the reference${here}.`;
}

function boxOf(each, tokens, status) {
  const shape = each.letters ? `[${each.letters}] = [${each.shape.join(",")}]` : `[${each.shape.join(",")}]`;
  const label = `${each.title}: heat map, rows are tokens`;
  const canvas = make("canvas", { class: "heat", role: "img", aria: { label } });
  const { least, most, mean, deviation } = each.statistics;
  const facts =
    least === undefined ? "" : `${brief(least)} to ${brief(most)}, mean ${brief(mean)}, \u03c3 ${brief(deviation)}`;
  canvas.addEventListener("pointermove", (event) => {
    const [, rows, columns] = each.heat.shape;
    const box = canvas.getBoundingClientRect();
    const row = Math.min(rows - 1, Math.floor(((event.clientY - box.top) / box.height) * rows));
    const column = Math.min(columns - 1, Math.floor(((event.clientX - box.left) / box.width) * columns));
    if (row < 0 || column < 0) return;
    const value = each.heat.values[row * columns + column];
    const token = rows === tokens.length ? tokens[row] : rows === 1 ? tokens[0] : `${row + 1} of ${rows} rows`;
    const text = Number.isNaN(value) ? "masked" : brief(value);
    status.replaceChildren(`${each.stage}, `, bdi(token.slice(0, 40)), `, column ${column + 1} of ${columns}: ${text}`);
  });
  const lines = [
    make("h3", {}, each.title),
    make("p", { class: "equation" }, each.equation),
    make("p", { class: "facts" }, shape),
    canvas,
    make("p", { class: "facts" }, facts),
  ];
  if (each.reference) {
    const { equal, max_abs: apart } = each.reference;
    const text = `${equal ? "\u2713 the reference's" : "\u2717 departs from the reference"}, at most ${brief(apart)} apart`;
    lines.push(make("p", { class: equal ? "same" : "departs" }, text));
  }
  return { each, canvas, element: make("article", { class: "box", data: { stage: each.stage } }, ...lines) };
}

function paintHeat(canvas, each, colors) {
  const [, rows, columns] = each.heat.shape;
  const { values } = each.heat;
  const reach = values.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0) || 1;
  const shares = each.stage.endsWith(".probs");
  const at = shares
    ? (row, column) => Math.sqrt(values[row * columns + column])
    : (row, column) => 0.5 + values[row * columns + column] / (2 * reach);
  matrix(canvas, rows, columns, at, shares ? colors.shares : colors.signed, colors.missing);
}

function tableOf(data, layer) {
  const shown = data.stages.filter((each) => each.layer === null || each.layer === layer);
  const compared = shown.some((each) => each.reference);
  const columns = ["stage", "shape", "least", "most", "mean", "deviation", "first values"];
  return {
    caption: `The stages, of layer ${layer}`,
    columns: compared ? [...columns, "the reference's", "apart"] : columns,
    rows: shown.map((each) => {
      const { least, most, mean, deviation } = each.statistics;
      const facts = [least, most, mean, deviation].map((value) => (value === undefined ? "" : brief(value)));
      const row = [each.stage, each.shape.join("\u00d7"), ...facts, each.first.map(brief).join(" ")];
      if (!compared) return row;
      return [...row, each.reference.first.map(brief).join(" "), brief(each.reference.max_abs)];
    }),
  };
}

function brief(value) {
  const size = Math.abs(value);
  if (value === 0) return "0";
  return size < 0.001 || size >= 10000 ? value.toExponential(1) : value.toFixed(3);
}
