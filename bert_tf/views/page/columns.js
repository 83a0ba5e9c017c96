/** Two columns of tokens with lines between them, as thick as one token attends to the other. */

import { bdi, make } from "./elements.js";
import { sized, soon, whenChanged } from "./paint.js";

const LEVELS = 16; // of a line's strength; lines of one colour and level are drawn at once
const CURVED_UP_TO = 5000; // lines; more of them are straight

/** Makes the columns. `changed(side, place)` is told which token is alone, or null.
 *  `show({ queries, keys, heads, least })` draws; `heads` as of `grid.js`, `least` the weakest share to be seen. */
export function tokenColumns(changed = () => {}) {
  const canvas = make("canvas", { class: "lines", aria: { hidden: "true" } });
  const lists = ["queries", "keys"].map((side) => make("ol", { class: `tokens ${side}` }));
  const element = make("div", { class: "columns" }, lists[0], canvas, lists[1]);
  let now = { queries: [], keys: [], heads: [], least: 0 };
  let over = null;
  let pinned = null;
  const alone = () => over ?? pinned;

  const draw = () => {
    const height = Math.max(...lists.map((list) => list.scrollHeight));
    const context = sized(canvas, canvas.parentElement.clientWidth - 2 * lists[0].offsetWidth, height);
    context.clearRect(0, 0, canvas.width, canvas.height);
    const row = rowHeight(lists[0]);
    const paths = collect(now, alone());
    let count = 0;
    for (const lines of paths.values()) count += lines.length / 2;
    const width = canvas.clientWidth;
    for (const [key, lines] of paths) {
      const [color, level] = key.split(" ");
      context.strokeStyle = color;
      context.globalAlpha = (Number(level) + 1) / LEVELS;
      context.lineWidth = 1 + (1.5 * Number(level)) / LEVELS;
      context.beginPath();
      for (let place = 0; place < lines.length; place += 2) {
        const from = (lines[place] + 0.5) * row;
        const to = (lines[place + 1] + 0.5) * row;
        context.moveTo(0, from);
        if (count > CURVED_UP_TO) context.lineTo(width, to);
        else context.bezierCurveTo(width * 0.45, from, width * 0.55, to, width, to);
      }
      context.stroke();
    }
    mark(lists, now, alone());
  };
  const redraw = soon(draw);

  const point = (target) => {
    const button = target?.closest?.("button");
    return button ? { side: button.dataset.side, place: Number(button.dataset.place) } : null;
  };
  const set = (next) => {
    if (over?.side === next?.side && over?.place === next?.place) return;
    over = next;
    changed(alone());
    redraw();
  };
  element.addEventListener("pointerover", (event) => event.pointerType !== "touch" && set(point(event.target)));
  element.addEventListener("pointerleave", () => set(null));
  element.addEventListener("focusin", (event) => event.target.matches(":focus-visible") && set(point(event.target)));
  element.addEventListener("focusout", () => set(null));
  element.addEventListener("click", (event) => {
    const token = point(event.target);
    if (token) pin(pinned?.side === token.side && pinned?.place === token.place ? null : token);
  });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pinned) {
      event.stopPropagation();
      pin(null);
    }
    walk(event, lists);
  });
  const pin = (token) => {
    pinned = token;
    over = null;
    changed(alone());
    redraw();
  };

  whenChanged(element, redraw);
  return {
    element,
    alone,
    show(next) {
      const others = next.queries !== now.queries || next.keys !== now.keys;
      now = next;
      if (others) {
        pinned = null;
        over = null;
        fill(lists[0], "queries", next.queries);
        fill(lists[1], "keys", next.keys);
      }
      changed(alone());
      redraw();
    },
  };
}

/** "colour level" -> query, key, query, key, ... of the lines that are drawn so. */
function collect({ queries, keys, heads, least }, alone) {
  const paths = new Map();
  for (const { at, color } of heads) {
    const levels = Array.from({ length: LEVELS }, () => []);
    for (let query = 0; query < queries.length; query += 1) {
      if (alone?.side === "queries" && alone.place !== query) continue;
      for (let key = 0; key < keys.length; key += 1) {
        if (alone?.side === "keys" && alone.place !== key) continue;
        const share = at(query, key);
        if (share >= least) levels[Math.min(LEVELS - 1, Math.floor(share * LEVELS))].push(query, key);
      }
    }
    levels.forEach((lines, level) => lines.length && paths.set(`${color} ${level}`, lines));
  }
  return paths;
}

function fill(list, side, tokens) {
  const label = side === "queries" ? "attends (query)" : "is attended to (key)";
  list.setAttribute("aria-label", `Tokens: which ${label}`);
  list.replaceChildren(
    ...tokens.map((token, place) =>
      make(
        "li",
        {},
        make(
          "button",
          {
            type: "button",
            title: token,
            data: { side, place },
            tabindex: side === "queries" && place === 0 ? "0" : "-1",
            aria: { pressed: "false" },
          },
          bdi(token),
        ),
      ),
    ),
  );
}

/** Shows which token is alone, and beside the others how much each head gives it. */
function mark(lists, { heads, least }, alone) {
  lists.forEach((list) => {
    [...list.children].forEach((item, place) => {
      const button = item.firstElementChild;
      const { side } = button.dataset;
      const chosen = alone?.side === side && alone.place === place;
      button.setAttribute("aria-pressed", String(chosen));
      const shares =
        alone === null || alone.side === side
          ? []
          : heads.map(({ at, color }) => [color, side === "keys" ? at(alone.place, place) : at(place, alone.place)]);
      item.style.setProperty("background", bars(shares, least));
    });
  });
}

function bars(shares, least) {
  if (!shares.some(([, share]) => share >= least)) return "none";
  const width = 100 / shares.length;
  const stops = shares.map(([color, share], place) => {
    const ink = `color-mix(in srgb, ${color} ${Math.round(Math.min(1, share) * 100)}%, transparent)`;
    return `${ink} ${place * width}% ${(place + 1) * width}%`;
  });
  return `linear-gradient(to right, ${stops.join(", ")})`;
}

/** Arrow keys among the tokens: up and down in a column, left and right to the other. */
function walk(event, lists) {
  const button = event.target.closest("button");
  const steps = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  if (!button || !(event.key in steps)) return;
  event.preventDefault();
  const [across, down] = steps[event.key];
  const side = lists.indexOf(button.closest("ol")) + across;
  const items = lists[side]?.children;
  const next = items?.[Math.min(items.length - 1, Number(button.dataset.place) + down)]?.firstElementChild;
  if (!next) return;
  button.tabIndex = -1;
  next.tabIndex = 0;
  next.focus({ focusVisible: true });
}

function rowHeight(list) {
  return list.firstElementChild?.offsetHeight || 22;
}
