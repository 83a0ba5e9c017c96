/** The head view: the lines of one layer's heads. */

import { headChips } from "./chips.js";
import { tokenColumns } from "./columns.js";
import { make, menu, numbers, stepper } from "./elements.js";
import { partOf, share } from "./grid.js";

const LEAST = 0.02; // weaker lines cannot be seen, and there are very many of them

export function head(data, place) {
  const chosen = new Set(data.start.heads);
  let least = LEAST;
  let part = partOf(data, data.start.part);
  let { layer } = data.start;

  const controls = make("div", { class: "controls" });
  const status = make("p", { class: "status", role: "status" });
  const chips = headChips(data.colors, chosen, () => show());
  const heads = () => part.heads(layer).filter((each) => chosen.has(each.head));
  const tell = () => {
    status.replaceChildren(sentence(part, layer, heads(), columns.alone()));
    table.show();
  };
  const table = numbers(() => tableOf(part, layer, heads(), columns.alone()));
  const columns = tokenColumns(() => tell());
  const show = () => columns.show({ queries: part.queries, keys: part.keys, heads: heads(), least });

  const layers = () => {
    if (!part.layers.includes(layer)) [layer] = part.layers;
    chips.offer(part.heads(layer).map((each) => each.head));
    return stepper("Layer", part.layers.map(String), part.layers.indexOf(layer), (at) => {
      layer = part.layers[at];
      chips.offer(part.heads(layer).map((each) => each.head));
      show();
    });
  };
  const layerPlace = make("span", {}, layers());
  controls.append(layerPlace);
  if (data.parts.length > 1) {
    const names = data.parts.map((each) => each.name);
    controls.append(
      menu("Attention", names, data.start.part, (at) => {
        part = partOf(data, at);
        layerPlace.replaceChildren(layers());
        show();
      }),
    );
  }
  controls.append(
    chips.element,
    leastSlider(least, (value) => {
      least = value;
      show();
    }),
  );
  place.append(controls, status, columns.element, table.element);
  show();
}

function leastSlider(value, change) {
  const shown = make("output", {}, percent(value));
  const input = make("input", {
    type: "range",
    min: "0.005",
    max: "0.5",
    step: "0.005",
    value: String(value),
    oninput: () => {
      shown.textContent = percent(Number(input.value));
      change(Number(input.value));
    },
  });
  return make("label", { class: "least" }, make("span", {}, "From"), input, shown);
}

function percent(value) {
  return `${(value * 100).toFixed(1)} %`;
}

function sentence(part, layer, heads, alone) {
  if (heads.length === 0) return `Layer ${layer}: no head is switched on.`;
  const who = heads.length === 1 ? `head ${heads[0].head}` : `the mean of ${heads.length} heads`;
  if (alone === null)
    return `Layer ${layer}, ${who}. Point at a token, or walk to it with the arrow keys; Enter keeps it.`;
  const query = alone.side === "queries";
  const others = query ? part.keys : part.queries;
  const shares = others.map((token, at) => [token, mean(heads, query ? alone.place : at, query ? at : alone.place)]);
  const best = shares.sort((a, b) => b[1] - a[1]).slice(0, 4);
  const token = (query ? part.queries : part.keys)[alone.place];
  const list = best.map(([name, value]) => `${clip(name)} ${share(value)}`).join(", ");
  return `${clip(token)} ${query ? "attends to" : "is attended to by"} ${list} (layer ${layer}, ${who}).`;
}

function tableOf(part, layer, heads, alone) {
  const names = heads.map((each) => `head ${each.head}`);
  if (alone !== null) {
    const query = alone.side === "queries";
    const others = query ? part.keys : part.queries;
    const token = (query ? part.queries : part.keys)[alone.place];
    return {
      caption: `Layer ${layer}: what ${clip(token)} ${query ? "attends to" : "is attended to by"}`,
      columns: ["token", ...names],
      rows: others.map((name, at) => [
        name,
        ...heads.map((each) => share(query ? each.at(alone.place, at) : each.at(at, alone.place))),
      ]),
    };
  }
  return {
    caption: `Layer ${layer}, the mean of heads ${heads.map((each) => each.head).join(", ")}: rows attend to columns`,
    columns: ["token", ...part.keys],
    rows: part.queries.map((name, query) => [name, ...part.keys.map((_, key) => share(mean(heads, query, key)))]),
  };
}

function mean(heads, query, key) {
  return heads.reduce((sum, each) => sum + each.at(query, key), 0) / heads.length;
}

function clip(token) {
  return token.length > 40 ? `${token.slice(0, 39)}\u2026` : token;
}
