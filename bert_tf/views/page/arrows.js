/** Boxes in rows with arrows between them; the browser lays the boxes out, and the arrows follow. */

const SVG = "http://www.w3.org/2000/svg";
const NEAR = 90; // pixels between two boxes that a straight arrow may cross
const ASIDE = 26; // pixels beside the boxes, for arrows that go around

/** What has `from`, in rows: each below everything it is made of that stands before it. */
export function inRows(all, nameOf) {
  const ranks = new Map();
  const rows = [];
  for (const each of all) {
    const above = each.from.filter((name) => ranks.has(name)).map((name) => ranks.get(name));
    const rank = above.length ? Math.max(...above) + 1 : 0;
    ranks.set(nameOf(each), rank);
    (rows[rank] ??= []).push(each);
  }
  return rows;
}

/** Draws arrows within a frame, instead of those before; `edges` are pairs of elements. */
export function arrows(frame, edges) {
  frame.querySelector("svg.arrows")?.remove();
  const around = frame.getBoundingClientRect();
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "arrows");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("width", String(around.width));
  svg.setAttribute("height", String(around.height));
  for (const [from, to] of edges) {
    const { line, tip } = way(from.getBoundingClientRect(), to.getBoundingClientRect(), around);
    for (const [shape, name] of [
      [line, "line"],
      [tip, "tip"],
    ]) {
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("d", shape);
      path.setAttribute("class", name);
      svg.append(path);
    }
  }
  frame.prepend(svg);
}

/** From the bottom of one box to the top of the other, or around the right side where boxes lie between. */
function way(from, to, around) {
  const middle = (box) => box.left + box.width / 2 - around.left;
  const [bottom, top] = [from.bottom - around.top, to.top - around.top];
  if (top >= bottom && top - bottom < NEAR) {
    const [a, b, half] = [middle(from), middle(to), (top + bottom) / 2];
    return { line: `M${a} ${bottom}C${a} ${half} ${b} ${half} ${b} ${top}`, tip: `M${b - 4} ${top - 6}l4 6l4 -6z` };
  }
  const side = Math.min(around.width - 2, Math.max(from.right, to.right) - around.left + ASIDE);
  const [a, b] = [from.right - around.left, to.right - around.left];
  const start = from.top + from.height / 2 - around.top;
  const end = to.top + to.height / 2 - around.top;
  const turn = end > start ? ASIDE : -ASIDE;
  return {
    line: `M${a} ${start}Q${side} ${start} ${side} ${start + turn}L${side} ${end - turn}Q${side} ${end} ${b} ${end}`,
    tip: `M${b + 6} ${end - 4}l-6 4l6 4z`,
  };
}
