/** Boxes in rows with arrows between them; the browser lays the boxes out, and the arrows follow. */

const SVG = "http://www.w3.org/2000/svg";
const NEAR = 90; // pixels between two boxes that a straight arrow may cross
const UNDER = 8; // pixels below a box, where an arrow around others turns aside
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
    const beside = [...from.parentElement.parentElement.querySelectorAll(":scope > .row > *")];
    const others = [from, to, ...beside].map((each) => each.getBoundingClientRect());
    const { line, tip } = way(others[0], others[1], around, others);
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

/** From the bottom of one box to the top of the other, or around the right of all boxes that lie between. */
function way(from, to, around, others) {
  const middle = (box) => box.left + box.width / 2 - around.left;
  const [bottom, top] = [from.bottom - around.top, to.top - around.top];
  if (top >= bottom && top - bottom < NEAR) {
    const [a, b, half] = [middle(from), middle(to), (top + bottom) / 2];
    return { line: `M${a} ${bottom}C${a} ${half} ${b} ${half} ${b} ${top}`, tip: `M${b - 4} ${top - 6}l4 6l4 -6z` };
  }
  const between = others.filter((box) => box.bottom > from.bottom && box.top < to.bottom);
  const right = Math.max(from.right, to.right, ...between.map((box) => box.right));
  const side = Math.min(around.width - 2, right - around.left + ASIDE);
  const [a, b, end] = [middle(from), to.right - around.left, to.top + to.height / 2 - around.top];
  const under = bottom + UNDER;
  const down = end > under ? ASIDE : -ASIDE;
  const out = `M${a} ${bottom}Q${a} ${under} ${a + UNDER} ${under}L${side - ASIDE} ${under}`;
  const back = `Q${side} ${under} ${side} ${under + down}L${side} ${end - down}Q${side} ${end} ${b} ${end}`;
  return { line: out + back, tip: `M${b + 6} ${end - 4}l-6 4l6 4z` };
}
