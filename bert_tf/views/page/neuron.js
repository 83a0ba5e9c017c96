/** The neuron view: query times key, dimension by dimension, their sum, and the softmax, for one token. */

import { bdi, make, menu, numbers, stepper } from "./elements.js";
import { partOf, share } from "./grid.js";
import { matrix, scales, soon, whenChanged } from "./paint.js";

const DIGITS = 3;

export function neuron(data, place) {
  let part = partOf(data, data.start.part);
  let { layer } = data.start;
  let [number] = data.start.heads;
  let query = Math.min(1, part.queries.length - 1);
  let now = null;

  const controls = make("div", { class: "controls" });
  const status = make("p", { class: "status", role: "status" });
  const queries = make("ol", { class: "tokens choices", aria: { label: "The token that attends (query)" } });
  const strip = make("canvas", { class: "strip", aria: { hidden: "true" } });
  const keys = make("ol", { class: "tokens keys", aria: { label: "Tokens that are attended to (keys)" } });
  const panels = {
    key: make("canvas", { class: "cells", role: "img", aria: { label: "Keys: tokens down, dimensions across" } }),
    product: make("canvas", { class: "cells", role: "img", aria: { label: "Query times key" } }),
  };
  const scores = make("ol", { class: "bars signed", aria: { label: "Scores" } });
  const weights = make("ol", { class: "bars", aria: { label: "Softmax" } });
  const chosen = make("span", { class: "chosen" });
  const titles = ["key k", "q \u00d7 k", "q\u00b7k / \u221aD", "softmax"].map((text) => make("h2", {}, text));
  const figure = make(
    "div",
    { class: "neurons" },
    ...[make("h2", {}, "from"), chosen, strip, make("span", {}), make("span", {}), make("span", {})],
    ...[make("span", {}), make("h2", {}, "to"), ...titles],
    ...[queries, keys, panels.key, panels.product, scores, weights],
  );

  const draw = soon(() => {
    const colors = scales();
    const { rows, q, size, reach } = now;
    const signed = (value, most) => 0.5 + value / (2 * (most || 1));
    matrix(strip, 1, size, (_, at) => signed(q(at), reach.vector), colors.signed, colors.missing);
    matrix(
      panels.key,
      rows.length,
      size,
      (row, at) => signed(rows[row].k(at), reach.vector),
      colors.signed,
      colors.missing,
    );
    const product = (row, at) => signed(q(at) * rows[row].k(at), reach.product);
    matrix(panels.product, rows.length, size, product, colors.signed, colors.missing);
  });

  const update = () => {
    now = lookAt(part, layer, number, query);
    chosen.replaceChildren("query q of ", bdi(clip(part.queries[query])));
    for (const button of queries.querySelectorAll("button")) {
      const on = Number(button.dataset.place) === query;
      button.setAttribute("aria-pressed", String(on));
      button.tabIndex = on ? 0 : -1;
    }
    fillBars(
      scores,
      now.rows.map((row) => row.score),
      now.reach.score,
      true,
    );
    fillBars(
      weights,
      now.rows.map((row) => row.weight),
      1,
      false,
    );
    const best = [...now.rows].sort((a, b) => b.weight - a.weight).slice(0, 3);
    const list = best.map((row) => `${clip(row.token)} ${share(row.weight)}`).join(", ");
    status.textContent = `Layer ${layer}, head ${number}: ${clip(part.queries[query])} attends to ${list}.`;
    table.show();
    draw();
  };
  const select = (next, focus) => {
    query = Math.max(0, Math.min(part.queries.length - 1, next));
    update();
    if (focus) queries.children[query].firstElementChild.focus();
  };
  const fill = () => {
    query = Math.min(query, part.queries.length - 1);
    queries.replaceChildren(
      ...part.queries.map((token, at) =>
        make(
          "li",
          {},
          make("button", { type: "button", title: token, data: { place: at }, onclick: () => select(at) }, bdi(token)),
        ),
      ),
    );
    keys.replaceChildren(...part.keys.map((token) => make("li", { title: token }, bdi(token))));
    update();
  };
  queries.addEventListener("pointerover", (event) => {
    const button = event.target.closest("button");
    if (button && event.pointerType !== "touch") select(Number(button.dataset.place));
  });
  queries.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    select(query + step, true);
  });
  for (const panel of Object.values(panels)) {
    panel.addEventListener("pointermove", (event) => {
      const box = panel.getBoundingClientRect();
      const row = now.rows[Math.floor(((event.clientY - box.top) / box.height) * now.rows.length)];
      const at = Math.floor(((event.clientX - box.left) / box.width) * now.size);
      if (row === undefined || at < 0 || at >= now.size) return;
      const parts = [now.q(at), row.k(at), now.q(at) * row.k(at)].map((value) => value.toFixed(DIGITS));
      status.textContent = `${clip(row.token)}, dimension ${at}: ${parts[0]} \u00d7 ${parts[1]} = ${parts[2]}`;
    });
  }

  const headPlace = make("span", {});
  const offerHeads = () => {
    const heads = part.heads(layer).map((each) => each.head);
    if (!heads.includes(number)) [number] = heads;
    const change = (at) => {
      number = heads[at];
      update();
    };
    headPlace.replaceChildren(stepper("Head", heads.map(String), heads.indexOf(number), change));
  };
  const changeLayer = (at) => {
    layer = part.layers[at];
    offerHeads();
    update();
  };
  controls.append(stepper("Layer", part.layers.map(String), part.layers.indexOf(layer), changeLayer), headPlace);
  if (data.parts.length > 1) {
    const names = data.parts.map((each) => each.name);
    const change = (at) => {
      part = partOf(data, at);
      fill();
    };
    controls.append(menu("Attention", names, data.start.part, change));
  }
  const table = numbers(() => tableOf(part, layer, number, query, now));
  place.append(controls, status, make("div", { class: "wide" }, figure), table.element);
  offerHeads();
  fill();
  whenChanged(place, draw);
}

/** The numbers of one query: `q(dimension)`, and for each key `k(dimension)`, score and weight. */
function lookAt(part, layer, number, query) {
  const { grid, firstQuery, firstKey } = part;
  const each = part.heads(layer).find((one) => one.head === number);
  const size = grid.query.shape[2];
  const vector = (array, row) => {
    const start = (each.place * array.shape[1] + row) * size;
    return (at) => array.values[start + at];
  };
  const q = vector(grid.query, firstQuery + query);
  const all = grid.keys.map((token, row) => {
    const k = vector(grid.key, row);
    let sum = 0;
    for (let at = 0; at < size; at += 1) sum += q(at) * k(at);
    return { token, k, score: sum / Math.sqrt(size) };
  });
  const highest = Math.max(...all.map((row) => row.score));
  const total = all.reduce((sum, row) => sum + Math.exp(row.score - highest), 0);
  const rows = all.slice(firstKey, firstKey + part.keys.length);
  rows.forEach((row, key) => {
    row.weight = grid.weights ? each.at(query, key) : Math.exp(row.score - highest) / total;
  });
  const reach = { vector: 0, product: 0, score: 0 };
  for (let at = 0; at < size; at += 1) {
    reach.vector = Math.max(reach.vector, Math.abs(q(at)));
    for (const { k } of rows) {
      reach.vector = Math.max(reach.vector, Math.abs(k(at)));
      reach.product = Math.max(reach.product, Math.abs(q(at) * k(at)));
    }
  }
  for (const row of rows) reach.score = Math.max(reach.score, Math.abs(row.score));
  return { rows, q, size, reach };
}

function fillBars(list, values, most, signed) {
  list.replaceChildren(
    ...values.map((value) => {
      const width = (Math.abs(value) / (most || 1)) * (signed ? 50 : 100);
      const left = signed ? (value < 0 ? 50 - width : 50) : 0;
      const style = { "--left": `${left}%`, "--width": `${width}%` };
      const name = signed && value < 0 ? "negative" : signed ? "positive" : "";
      return make("li", { class: name, style }, make("span", {}, signed ? value.toFixed(2) : share(value)));
    }),
  );
}

function tableOf(part, layer, number, query, { rows, q, size }) {
  const dimensions = Array.from({ length: size }, (_, at) => at);
  return {
    caption: `Layer ${layer}, head ${number}, query of ${clip(part.queries[query])}: query times key by dimension`,
    columns: ["token", "softmax", "score", ...dimensions.map(String)],
    rows: rows.map((row) => [
      row.token,
      share(row.weight),
      row.score.toFixed(DIGITS),
      ...dimensions.map((at) => (q(at) * row.k(at)).toFixed(DIGITS)),
    ]),
  };
}

function clip(token) {
  return token.length > 40 ? `${token.slice(0, 39)}\u2026` : token;
}
