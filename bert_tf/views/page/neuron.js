/** The neuron view: query times key, dimension by dimension, their sum, and the softmax, for one token. */

import { bdi, make, menu, numbers, stepper } from "./elements.js";
import { partOf, share } from "./grid.js";
import { gradually, matrix, scales, soon, whenChanged } from "./paint.js";

const DIGITS = 3;
const ROWS = 12; // that are filled at once

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

  let keysShown = {}; // which do not change with the query
  const paint = () => {
    const colors = scales();
    const { rows, q, size, reach } = now;
    const signed = (value, most) => 0.5 + value / (2 * (most || 1));
    matrix(strip, 1, size, (_, at) => signed(q[at], reach.vector), colors.signed, colors.missing);
    if (keysShown.head !== now.head || keysShown.colors !== colors) {
      keysShown = { head: now.head, colors };
      const cell = (row, at) => signed(rows[row].k[at], reach.vector);
      matrix(panels.key, rows.length, size, cell, colors.signed, colors.missing);
    }
    const product = (row, at) => signed(q[at] * rows[row].k[at], reach.product);
    matrix(panels.product, rows.length, size, product, colors.signed, colors.missing);
  };

  const bars = gradually((at) => {
    const row = now.rows[at];
    signedBar(scores.children[at], row.score, now.reach.score);
    shareBar(weights.children[at], row.weight);
  }, ROWS);
  const refresh = () => {
    now = lookAt(part, layer, number, query);
    chosen.replaceChildren("query q of ", bdi(clip(part.queries[query])));
    press(queries.querySelector("[aria-pressed='true']"), false);
    press(queries.children[query].firstElementChild, true);
    const first = Math.max(
      0,
      Math.floor(-scores.getBoundingClientRect().top / (scores.offsetHeight / now.rows.length)),
    );
    const places = now.rows.map((_, at) => (at + first) % now.rows.length); // what is on the screen comes first
    bars(places);
    const best = [...now.rows].sort((a, b) => b.weight - a.weight).slice(0, 3);
    const list = best.map((row) => `${clip(row.token)} ${share(row.weight)}`).join(", ");
    status.textContent = `Layer ${layer}, head ${number}: ${clip(part.queries[query])} attends to ${list}.`;
    table.show();
    paint();
  };
  const update = soon(refresh);
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
          make(
            "button",
            {
              type: "button",
              title: token,
              data: { place: at },
              tabindex: "-1",
              aria: { pressed: "false" },
              onclick: () => select(at),
            },
            bdi(token),
          ),
        ),
      ),
    );
    keys.replaceChildren(...part.keys.map((token) => make("li", { title: token }, bdi(token))));
    for (const list of [scores, weights]) list.replaceChildren(...part.keys.map(() => make("li", {}, make("span"))));
    refresh();
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
      const parts = [now.q[at], row.k[at], now.q[at] * row.k[at]].map((value) => value.toFixed(DIGITS));
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
  whenChanged(place, soon(paint));
}

/** The numbers of one query, `q[dimension]`, and for each key `k[dimension]`, score and weight. */
function lookAt(part, layer, number, query) {
  const { grid, firstQuery, firstKey } = part;
  const each = part.heads(layer).find((one) => one.head === number);
  const size = grid.query.shape[2];
  const vector = (array, row) => {
    const start = (each.place * array.shape[1] + row) * size;
    return array.values.subarray(start, start + size);
  };
  const q = vector(grid.query, firstQuery + query);
  const all = grid.keys.map((token, row) => {
    const k = vector(grid.key, row);
    let sum = 0;
    for (let at = 0; at < size; at += 1) sum += q[at] * k[at];
    return { token, k, score: sum / Math.sqrt(size) };
  });
  const highest = Math.max(...all.map((row) => row.score));
  const total = all.reduce((sum, row) => sum + Math.exp(row.score - highest), 0);
  const rows = all.slice(firstKey, firstKey + part.keys.length);
  rows.forEach((row, key) => {
    row.weight = grid.weights ? each.at(query, key) : Math.exp(row.score - highest) / total;
  });
  const reach = { vector: 0, product: 0, score: 0 };
  for (const array of [grid.query, grid.key]) {
    const length = array.shape[1] * size;
    const start = each.place * length;
    for (const value of array.values.subarray(start, start + length)) {
      if (Math.abs(value) > reach.vector) reach.vector = Math.abs(value);
    }
  }
  for (const { k, score } of rows) {
    for (let at = 0; at < size; at += 1) reach.product = Math.max(reach.product, Math.abs(q[at] * k[at]));
    reach.score = Math.max(reach.score, Math.abs(score));
  }
  return { head: each, rows, q, size, reach };
}

function press(button, on) {
  button?.setAttribute("aria-pressed", String(on));
  if (button) button.tabIndex = on ? 0 : -1;
}

function signedBar(item, value, most) {
  const width = Math.abs(value) / (most || 1) / 2;
  bar(item, value < 0 ? 0.5 - width : 0.5, width, value < 0 ? "--negative" : "--positive", value.toFixed(2));
}

function shareBar(item, value) {
  bar(item, 0, value, "--share", share(value));
}

function bar(item, left, width, ink, text) {
  item.style.cssText = `--left: ${left.toFixed(4)}; --width: ${width.toFixed(4)}; --ink: var(${ink})`;
  item.firstElementChild.textContent = text;
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
      ...dimensions.map((at) => (q[at] * row.k[at]).toFixed(DIGITS)),
    ]),
  };
}

function clip(token) {
  return token.length > 40 ? `${token.slice(0, 39)}\u2026` : token;
}
