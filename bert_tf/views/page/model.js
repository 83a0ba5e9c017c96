/** The model view: every layer and head as a small picture; each opens large. */

import { tokenColumns } from "./columns.js";
import { make, menu, numbers, roving, toggle } from "./elements.js";
import { partOf, share } from "./grid.js";
import { gradually, matrix, scales, sized, soon, whenChanged } from "./paint.js";

const LEAST = 0.02;
const LEAST_SMALL = 0.1; // of the lines in a small picture
const MOST_CELLS = 96; // across and down in a small picture
const AT_ONCE = 200_000; // cells of all small pictures that are read before the first picture

export function model(data, place) {
  let part = partOf(data, data.start.part);
  let asLines = false;
  const controls = make("div", { class: "controls" });
  const grid = make("div", { class: "thumbs", role: "group", aria: { label: "Layers and heads" } });
  const large = enlarged(data);
  const heads = [...new Set(data.grids.flatMap((each) => each.heads.flat()))].sort((a, b) => a - b);
  let pictures = [];

  const small = (picture) => {
    if (asLines) return smallLines(picture.canvas, part, picture.each);
    picture.small ??= coarse(part, picture.each);
    return rooted(picture.canvas, picture.small, picture.small);
  };
  const paint = gradually(small, AT_ONCE, () => part.queries.length * part.keys.length);
  const draw = soon(() => paint(pictures));
  const build = () => {
    pictures = [];
    grid.style.setProperty("--heads", heads.length);
    const rows = part.layers.map((layer) => {
      const present = new Map(part.heads(layer).map((each) => [each.head, each]));
      const cells = heads.map((number) => {
        if (!present.has(number)) return make("span", { class: "gone", title: `Layer ${layer} has no head ${number}` });
        const canvas = make("canvas", { aria: { hidden: "true" } });
        const each = present.get(number);
        pictures.push({ canvas, each });
        const name = `Layer ${layer}, head ${number}`;
        const settings = { type: "button", class: "thumb", title: name, data: { stop: "" }, tabindex: "-1" };
        return make(
          "button",
          { ...settings, aria: { label: `${name}: enlarge` }, onclick: () => large.open(part, each) },
          canvas,
        );
      });
      return [make("span", { class: "row-name" }, String(layer)), ...cells];
    });
    const names = heads.map((each) =>
      make("span", { class: "head-name", style: { color: data.colors[each] } }, String(each)),
    );
    grid.replaceChildren(make("span", { class: "corner" }, "layer \\ head"), ...names, ...rows.flat());
    roving(grid, () => heads.length);
    draw();
  };

  if (data.parts.length > 1) {
    controls.append(
      menu(
        "Attention",
        data.parts.map((each) => each.name),
        data.start.part,
        (at) => {
          part = partOf(data, at);
          build();
          table.show();
        },
      ),
    );
  }
  controls.append(
    toggle("as lines", asLines, (on) => {
      asLines = on;
      draw();
    }),
    make("span", { class: "hint" }, "Rows attend to columns. Press one to enlarge it; arrow keys walk."),
  );
  const table = numbers(() => strongest(part, heads));
  place.append(controls, grid, table.element, large.element);
  build();
  whenChanged(place, draw);
}

/** A matrix of the roots of the shares, so that small ones are told apart. */
function rooted(canvas, part, each) {
  const colors = scales();
  const at = (query, key) => Math.sqrt(each.at(query, key));
  matrix(canvas, part.queries.length, part.keys.length, at, colors.shares, colors.missing);
}

/** As a part and a head of it at once, with no more cells than can be seen: each the most of its block. */
function coarse(part, each) {
  const [rows, columns] = [part.queries.length, part.keys.length].map((size) => Math.min(size, MOST_CELLS));
  if (rows === part.queries.length && columns === part.keys.length) return { ...part, at: each.at };
  const [down, across] = [part.queries, part.keys].map((all) => [...all.keys()]);
  const [rowOf, columnOf] = [down.map(placeIn(rows, down)), across.map(placeIn(columns, across))];
  const cells = new Float32Array(rows * columns);
  for (const query of down) {
    for (const key of across) {
      const place = rowOf[query] * columns + columnOf[key];
      cells[place] = Math.max(cells[place], each.at(query, key));
    }
  }
  return { queries: { length: rows }, keys: { length: columns }, at: (row, column) => cells[row * columns + column] };
}

function placeIn(size, all) {
  return (place) => Math.floor((place * size) / all.length);
}

function smallLines(canvas, part, each) {
  const size = canvas.parentElement.clientWidth;
  const context = sized(canvas, size, size);
  canvas.style.width = "";
  canvas.style.height = "";
  context.strokeStyle = each.color;
  const rows = size / Math.max(part.queries.length, part.keys.length);
  for (let query = 0; query < part.queries.length; query += 1) {
    for (let key = 0; key < part.keys.length; key += 1) {
      const value = each.at(query, key);
      if (value < LEAST_SMALL) continue;
      context.globalAlpha = Math.min(1, value);
      context.beginPath();
      context.moveTo(2, (query + 0.5) * rows);
      context.lineTo(size - 2, (key + 0.5) * rows);
      context.stroke();
    }
  }
}

/** The dialog that shows one head: its lines and its matrix. */
function enlarged(data) {
  const heading = make("h2", {});
  const status = make("p", { class: "status", role: "status" });
  const canvas = make("canvas", { class: "matrix", role: "img" });
  const columns = tokenColumns();
  const close = make("button", { type: "button", class: "plain", onclick: () => dialog.close() }, "close");
  const sides = make("div", { class: "sides" }, columns.element, canvas);
  const dialog = make("dialog", { class: "large" }, make("header", {}, heading, close), status, sides);
  let shown = null;
  const paint = () => {
    if (shown === null || !dialog.open) return;
    rooted(canvas, shown.part, shown.each);
  };
  canvas.addEventListener("pointermove", (event) => {
    const { part, each } = shown;
    const box = canvas.getBoundingClientRect();
    const query = Math.floor(((event.clientY - box.top) / box.height) * part.queries.length);
    const key = Math.floor(((event.clientX - box.left) / box.width) * part.keys.length);
    if (part.queries[query] === undefined || part.keys[key] === undefined) return;
    status.textContent = `${part.queries[query]} attends to ${part.keys[key]}: ${share(each.at(query, key))}`;
  });
  whenChanged(dialog, paint);
  return {
    element: dialog,
    open(part, each) {
      shown = { part, each };
      heading.textContent = `Layer ${each.layer}, head ${each.head}`;
      status.textContent = "Point at a token or at a cell.";
      canvas.setAttribute("aria-label", `${heading.textContent}: the matrix, queries down, keys across`);
      dialog.showModal();
      columns.show({
        queries: part.queries,
        keys: part.keys,
        heads: [{ ...each, color: data.colors[each.head] }],
        least: LEAST,
      });
      paint();
    },
  };
}

/** For each layer and head the strongest share and between which tokens it is. */
function strongest(part, heads) {
  const rows = part.layers.map((layer) => {
    const present = new Map(part.heads(layer).map((each) => [each.head, each]));
    return [`layer ${layer}`, ...heads.map((head) => (present.has(head) ? most(part, present.get(head)) : "pruned"))];
  });
  return {
    caption: "The strongest attention of each head",
    columns: ["", ...heads.map((each) => `head ${each}`)],
    rows,
  };
}

function most(part, each) {
  let best = [-1, 0, 0];
  for (let query = 0; query < part.queries.length; query += 1) {
    for (let key = 0; key < part.keys.length; key += 1) {
      const value = each.at(query, key);
      if (value > best[0]) best = [value, query, key];
    }
  }
  return `${part.queries[best[1]].slice(0, 12)} \u2192 ${part.keys[best[2]].slice(0, 12)} ${share(best[0])}`;
}
