/** Two columns of tokens with lines between them, as thick as one token attends to the other. */

import { bdi, make } from "./elements.js";
import { gradually, sized, soon, whenChanged } from "./paint.js";

const LEVELS = 16; // of a line's strength; lines of one colour and level are drawn at once
const CURVED_UP_TO = 5000; // lines; more of them are straight
const PIECE = 10_000; // pixels of lines that are drawn by one stroke
const MARKS = 120; // beside tokens, that are set before the first picture
const AT_FIRST = 60_000; // of lines that are drawn before the first picture
const LEVEL_INKS = Array.from({ length: 64 }, (_, level) =>
  Math.round(level * 4.04)
    .toString(16)
    .padStart(2, "0"),
);
const WIDTH = 400; // of the place between the columns, about

/** Makes the columns. `changed(side, place)` is told which token is alone, or null.
 *  `show({ queries, keys, heads, least })` draws; `heads` as of `grid.js`, `least` the weakest share to be seen. */
export function tokenColumns(changed = () => {}) {
  // The lines of all tokens, which may take long, stay where they are while those of one are shown.
  const [whole, single] = ["whole", "single"].map((name) =>
    make("canvas", { class: `lines ${name}`, aria: { hidden: "true" } }),
  );
  const between = make("div", { class: "between" }, whole, single);
  const lists = ["queries", "keys"].map((side) => make("ol", { class: `tokens ${side}` }));
  const element = make("div", { class: "columns" }, lists[0], between, lists[1]);
  let now = { queries: [], keys: [], heads: [], least: 0 };
  let over = null;
  let pinned = null;
  let stale = true;
  let seen = { start: 0, end: 0 };
  const alone = () => over ?? pinned;

  const ways = [whole, single].map((canvas) => {
    const paint = gradually(
      (piece) => strokes(canvas, piece),
      AT_FIRST,
      (piece) => piece.length,
    );
    return () => {
      const row = rowHeight(lists[0]);
      const all = Math.max(now.queries.length, now.keys.length) * row;
      seen = around(between, all);
      const context = sized(canvas, between.clientWidth, seen.end - seen.start);
      const { a: ratio } = context.getTransform();
      context.setTransform(ratio, 0, 0, ratio, 0, -seen.start * ratio);
      context.globalCompositeOperation = "destination-over"; // the strongest come first, and stay on top
      canvas.style.marginTop = `${seen.start}px`;
      between.style.height = `${all}px`;
      delete canvas.dataset.drawn;
      paint(pieces(now, canvas === single ? alone() : null, row), () => (canvas.dataset.drawn = "true"));
    };
  });
  const marks = gradually((item) => mark(item, now, alone()), MARKS);
  const draw = () => {
    const one = alone() !== null;
    whole.hidden = one;
    single.hidden = !one;
    if (one) ways[1]();
    else if (stale) {
      stale = false;
      ways[0]();
    }
    press(lists, alone());
    marks(marked(lists, rowHeight(lists[0])));
  };
  const redraw = soon(draw);
  const renew = () => {
    stale = true;
    redraw();
  };

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

  whenChanged(element, renew);
  document.addEventListener("scroll", () => outside(between, seen) && renew(), { capture: true, passive: true });
  return {
    element,
    alone,
    show(next) {
      const others = next.queries !== now.queries || next.keys !== now.keys;
      const inks = next.heads.map(({ color }) => LEVEL_INKS.map((opacity) => color + opacity));
      now = { ...next, inks };
      if (others) {
        pinned = null;
        over = null;
        fill(lists[0], "queries", next.queries);
        fill(lists[1], "keys", next.keys);
      }
      changed(alone());
      renew();
    },
  };
}

/** From where to where the lines are drawn: what is on the screen, and some of what scrolling shows next. */
function around(between, all) {
  const { top } = between.getBoundingClientRect();
  const within = (place) => Math.max(0, Math.min(all, Math.round(place)));
  return { start: within(-top - window.innerHeight / 2), end: within(-top + window.innerHeight * 1.5) };
}

/** Whether some of what is on the screen was not drawn. */
function outside(between, { start, end }) {
  const { top, height } = between.getBoundingClientRect();
  return Math.max(0, -top) < start || Math.min(height, window.innerHeight - top) > end;
}

/** `{ color, level, row, curved, lines, length }` of the lines to be drawn, the strongest first; `lines` are query, key, query, ... */
function pieces({ queries, keys, heads, least }, alone, row) {
  const levels = Array.from({ length: LEVELS }, () => heads.map(({ color }) => ({ color, lines: [] })));
  const [firstQuery, endQuery] = alone?.side === "queries" ? [alone.place, alone.place + 1] : [0, queries.length];
  const [firstKey, endKey] = alone?.side === "keys" ? [alone.place, alone.place + 1] : [0, keys.length];
  let count = 0;
  heads.forEach(({ at }, place) => {
    for (let query = firstQuery; query < endQuery; query += 1) {
      for (let key = firstKey; key < endKey; key += 1) {
        const share = at(query, key);
        if (share < least) continue;
        levels[Math.min(LEVELS - 1, Math.floor(share * LEVELS))][place].lines.push(query, key);
        count += 1;
      }
    }
  });
  const found = [];
  for (let level = LEVELS - 1; level >= 0; level -= 1) {
    for (const { color, lines } of levels[level]) {
      for (const part of cut(lines, row)) found.push({ ...part, color, level, row, curved: count <= CURVED_UP_TO });
    }
  }
  return found;
}

/** The lines in parts that take about as long to draw, and the length of each in pixels. */
function cut(lines, row) {
  const parts = [];
  let [start, length] = [0, 0];
  for (let place = 0; place < lines.length; place += 2) {
    length += WIDTH + Math.abs(lines[place] - lines[place + 1]) * row;
    if (length < PIECE && place + 2 < lines.length) continue;
    parts.push({ lines: lines.slice(start, place + 2), length });
    [start, length] = [place + 2, 0];
  }
  return parts;
}

function strokes(canvas, { color, level, curved, row, lines }) {
  const context = canvas.getContext("2d");
  const width = canvas.clientWidth;
  context.strokeStyle = color;
  context.globalAlpha = (level + 1) / LEVELS;
  context.lineWidth = 1 + (1.5 * level) / LEVELS;
  context.beginPath();
  for (let place = 0; place < lines.length; place += 2) {
    const from = (lines[place] + 0.5) * row;
    const to = (lines[place + 1] + 0.5) * row;
    context.moveTo(0, from);
    if (curved) context.bezierCurveTo(width * 0.45, from, width * 0.55, to, width, to);
    else context.lineTo(width, to);
  }
  context.stroke();
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

/** Shows which token is alone. */
function press(lists, alone) {
  for (const list of lists) {
    for (const button of list.querySelectorAll("[aria-pressed='true']")) button.setAttribute("aria-pressed", "false");
  }
  const list = lists.find((each) => each.classList.contains(alone?.side));
  list?.children[alone.place].firstElementChild.setAttribute("aria-pressed", "true");
}

/** The items beside which `mark` shows how much each head gives them, those on the screen first. */
function marked(lists, row) {
  return lists.flatMap((list) => {
    const items = [...list.children];
    const first = Math.min(items.length, Math.max(0, Math.floor(-list.getBoundingClientRect().top / row)));
    return [...items.slice(first), ...items.slice(0, first)];
  });
}

function mark(item, { heads, least, inks }, alone) {
  const { side, place } = item.firstElementChild.dataset;
  let bars = "";
  if (alone !== null && alone.side !== side) {
    const pair = side === "keys" ? [alone.place, Number(place)] : [Number(place), alone.place];
    bars = barsOf(heads, inks, least, ...pair);
  }
  if (bars === (item.dataset.bars ?? "")) return;
  item.dataset.bars = bars;
  item.style.backgroundImage = bars;
}

/** A bar a head, as strong as the share is; nothing where no line is drawn. */
function barsOf(heads, inks, least, query, key) {
  let some = false;
  const stops = heads.map(({ at }, place) => {
    const share = at(query, key);
    some ||= share >= least;
    const ink = inks[place][Math.round(Math.min(1, share) * (LEVEL_INKS.length - 1))];
    return `${ink} 0 ${((place + 1) * 100) / heads.length}%`;
  });
  return some ? `linear-gradient(to right, ${stops.join(", ")})` : "";
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
