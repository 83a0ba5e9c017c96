/** The comparing view: how far two models' heads are apart, and for one head both matrices and their difference. */

import { bdi, make, menu, numbers, roving } from "./elements.js";
import { partOf, share } from "./grid.js";
import { matrix, ramp, scales, ink, soon, whenChanged } from "./paint.js";

export function compare(data, place) {
  let number = data.start.part;
  let pair = pairOf(data, number);
  let chosen = null;
  const controls = make("div", { class: "controls" });
  const status = make("p", { class: "status", role: "status" });
  const grid = make("div", { class: "thumbs distances", role: "group", aria: { label: "Layers and heads" } });
  const panels = ["one", "other", "difference"].map((name) => {
    const heading = make("h2", {});
    const canvas = make("canvas", { class: "matrix", role: "img", data: { panel: name } });
    return { heading, canvas, element: make("figure", {}, heading, canvas) };
  });
  const titles = [...data.names, `${data.names[1]} \u2212 ${data.names[0]}`];

  const draw = soon(() => {
    const colors = scales();
    const { one, other } = pair.at(chosen.layer, chosen.head);
    const [rows, columns] = [pair.queries.length, pair.keys.length];
    const fill = (panel, at, scale) => matrix(panels[panel].canvas, rows, columns, at, scale, colors.missing);
    const reach = (one && other && differences(pair, one, other).greatest) || 1;
    fill(0, (query, key) => (one ? Math.sqrt(one.at(query, key)) : NaN), colors.shares);
    fill(1, (query, key) => (other ? Math.sqrt(other.at(query, key)) : NaN), colors.shares);
    const difference = (query, key) => 0.5 + (other.at(query, key) - one.at(query, key)) / (2 * reach);
    fill(2, one && other ? difference : () => NaN, colors.signed);
    const heats = ramp(ink("--surface"), ink("--positive"));
    for (const cell of grid.querySelectorAll("[data-distance]")) {
      const apart = Math.sqrt(Math.min(1, Number(cell.dataset.distance)));
      cell.style.background = `rgb(${heats[Math.round(apart * 255)].join(" ")})`;
      cell.style.color = apart > 0.6 ? "var(--surface)" : "var(--text)";
    }
  });
  const choose = (layer, head) => {
    chosen = { layer, head };
    for (const cell of grid.querySelectorAll(".distance")) {
      cell.setAttribute("aria-pressed", String(cell.dataset.layer === `${layer}` && cell.dataset.head === `${head}`));
    }
    panels.forEach(({ heading, canvas }, at) => {
      heading.replaceChildren(bdi(titles[at]));
      canvas.setAttribute("aria-label", `Layer ${layer}, head ${head}: ${titles[at]}`);
    });
    status.textContent = sentence(pair, chosen, data.names);
    draw();
  };
  const build = () => {
    const { layers, heads } = pair;
    grid.style.setProperty("--heads", heads.length);
    const rows = layers.map((layer) => [
      make("span", { class: "row-name" }, String(layer)),
      ...heads.map((head) => distanceCell(pair, layer, head, choose)),
    ]);
    const names = heads.map((head) =>
      make("span", { class: "head-name", style: { color: data.colors[head] } }, `${head}`),
    );
    grid.replaceChildren(make("span", { class: "corner" }, "layer \\ head"), ...names, ...rows.flat());
    roving(grid, () => heads.length);
    const { layer, head } = chosen ?? farthest(pair, data.start.layer);
    choose(layer, head);
    table.show();
  };
  for (const { canvas } of panels) {
    canvas.addEventListener("pointermove", (event) => {
      const box = canvas.getBoundingClientRect();
      const query = Math.floor(((event.clientY - box.top) / box.height) * pair.queries.length);
      const key = Math.floor(((event.clientX - box.left) / box.width) * pair.keys.length);
      if (pair.queries[query] === undefined || pair.keys[key] === undefined) return;
      const { one, other } = pair.at(chosen.layer, chosen.head);
      const values = [one, other].map((each) => (each ? share(each.at(query, key)) : "nothing"));
      const words = [bdi(pair.queries[query].slice(0, 40)), " attends to ", bdi(pair.keys[key].slice(0, 40))];
      status.replaceChildren(...words, `: ${data.names[0]} ${values[0]}, ${data.names[1]} ${values[1]}`);
    });
  }
  if (data.parts.length > 1) {
    const change = (at) => {
      number = at;
      pair = pairOf(data, number);
      build();
    };
    controls.append(
      menu(
        "Attention",
        data.parts.map((each) => each.name),
        number,
        change,
      ),
    );
  }
  controls.append(
    make("span", { class: "hint" }, "Each cell: the share of its attention that a token gives to others now."),
  );
  const table = numbers(() => tableOf(pair));
  place.append(
    controls,
    grid,
    status,
    make("div", { class: "panels" }, ...panels.map((each) => each.element)),
    table.element,
  );
  build();
  whenChanged(place, draw);
}

/** The same part of both grids: `at(layer, head)` gives `{ one, other }`, either of which may be missing. */
function pairOf(data, number) {
  const one = partOf(data, number);
  const other = partOf({ ...data, parts: data.parts.map((part) => ({ ...part, grid: 1 })) }, number);
  const find = (part, layer, head) => part.heads(layer).find((each) => each.head === head);
  const layers = [...new Set([...one.layers, ...other.layers])].sort((a, b) => a - b);
  const heads = [...new Set(data.grids.flatMap((grid) => grid.heads.flat()))].sort((a, b) => a - b);
  const at = (layer, head) => ({ one: find(one, layer, head), other: find(other, layer, head) });
  return { queries: one.queries, keys: one.keys, layers, heads, at, known: new Map() };
}

/** The total variation between both, the mean of all queries; NaN where one of them has no such head. */
function distance(pair, layer, head) {
  const name = `${layer} ${head}`;
  if (!pair.known.has(name)) {
    const { one, other } = pair.at(layer, head);
    pair.known.set(name, one && other ? differences(pair, one, other).sum / 2 / pair.queries.length : NaN);
  }
  return pair.known.get(name);
}

/** The sum of the absolute differences, and the greatest. */
function differences(pair, one, other) {
  let [sum, greatest] = [0, 0];
  for (let query = 0; query < pair.queries.length; query += 1) {
    for (let key = 0; key < pair.keys.length; key += 1) {
      const apart = Math.abs(one.at(query, key) - other.at(query, key));
      sum += apart;
      if (apart > greatest) greatest = apart;
    }
  }
  return { sum, greatest };
}

function distanceCell(pair, layer, head, choose) {
  const { one, other } = pair.at(layer, head);
  if (!one && !other) return make("span", { class: "gone" });
  const apart = distance(pair, layer, head);
  const text = Number.isNaN(apart) ? "\u2013" : apart.toFixed(2).replace(/^0/, "");
  const label = Number.isNaN(apart) ? "only one of both has it" : `${apart.toFixed(3)} apart`;
  const known = Number.isNaN(apart) ? {} : { distance: apart };
  return make(
    "button",
    {
      type: "button",
      class: "distance",
      tabindex: "-1",
      data: { stop: "", layer, head, ...known },
      aria: { label: `Layer ${layer}, head ${head}: ${label}`, pressed: "false" },
      onclick: () => choose(layer, head),
    },
    text,
  );
}

/** The layer and head that are farthest apart, in all layers for null. */
function farthest(pair, layer) {
  let best = { apart: -1, layer: layer ?? pair.layers[0], head: pair.heads[0] };
  for (const each of layer === null ? pair.layers : [layer]) {
    for (const head of pair.heads) {
      const apart = distance(pair, each, head);
      if (apart > best.apart) best = { apart, layer: each, head };
    }
  }
  return best;
}

function sentence(pair, { layer, head }, names) {
  const apart = distance(pair, layer, head);
  const where = `Layer ${layer}, head ${head}`;
  if (Number.isNaN(apart)) return `${where}: only one of ${names.join(" and ")} has it.`;
  return `${where}: ${names.join(" and ")} are ${apart.toFixed(3)} apart (0 is the same, 1 has nothing in common).`;
}

function tableOf(pair) {
  const text = (layer, head) => {
    const apart = distance(pair, layer, head);
    return Number.isNaN(apart) ? "" : apart.toFixed(3);
  };
  return {
    caption: "How far each head is apart: the total variation, the mean of all tokens",
    columns: ["", ...pair.heads.map((head) => `head ${head}`)],
    rows: pair.layers.map((layer) => [`layer ${layer}`, ...pair.heads.map((head) => text(layer, head))]),
  };
}
