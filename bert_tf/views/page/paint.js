/** Drawing on canvases: sharp on every screen, in the page's colours of the moment. */

const QUICK = 20; // milliseconds between two pictures
const SLOW = 34;

/** A cleared canvas of a size in CSS pixels, and its context, in which a unit is such a pixel. */
export function sized(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1;
  const [across, down] = [width, height].map((side) => Math.max(1, Math.round(side * ratio)));
  const context = canvas.getContext("2d");
  if (canvas.width !== across || canvas.height !== down) {
    canvas.width = across;
    canvas.height = down;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height); // cheaper than a new bitmap
  return context;
}

/** Red, green and blue from 0 to 255 of a colour named in page.css, such as `--positive`. */
export function ink(name) {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe)
    .color.match(/[\d.]+/g)
    .slice(0, 3)
    .map(Number);
  probe.remove();
  return found;
}

/** Colours from `low` to `high` in 256 steps, or over `middle` where values have signs. */
export function ramp(low, high, middle = null) {
  const mix = (a, b, share) => a.map((each, place) => each + (b[place] - each) * share);
  return Array.from({ length: 256 }, (_, step) => {
    const share = step / 255;
    if (middle === null) return mix(low, high, share);
    return share < 0.5 ? mix(low, middle, share * 2) : mix(middle, high, share * 2 - 1);
  });
}

let known = null; // the scales of the moment, which are asked for with every picture
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => (known = null));
document.addEventListener("colors", () => (known = null));

/** The page's two scales: `shares` from nothing to all, `signed` from the least over 0 to the most. */
export function scales() {
  known ??= {
    shares: pixels(ramp(ink("--surface"), ink("--share"))),
    signed: pixels(ramp(ink("--negative"), ink("--positive"), ink("--surface"))),
    missing: pixels([ink("--missing")])[0],
  };
  return known;
}

/** Colours as a bitmap holds them. */
function pixels(colors) {
  return new Uint32Array(new Uint8Array(colors.flatMap((color) => [...color.map(Math.round), 255])).buffer);
}

/** Fills a canvas with a matrix, one cell a value, stretched to the canvas' CSS size without smoothing.
 *  `at(row, column)` gives shares from 0 to 1 of the scale, or NaN. */
export function matrix(canvas, rows, columns, at, scale, missing) {
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.style.imageRendering = canvas.clientWidth < columns ? "auto" : "pixelated";
    canvas.width = columns;
    canvas.height = rows;
  }
  const context = canvas.getContext("2d");
  const image = context.createImageData(columns, rows);
  const cells = new Uint32Array(image.data.buffer);
  for (let row = 0, place = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, place += 1) {
      const share = at(row, column);
      cells[place] = Number.isNaN(share) ? missing : scale[Math.max(0, Math.min(255, Math.round(share * 255)))];
    }
  }
  context.putImageData(image, 0, 0);
}

/** Calls `draw` once before the next picture, however often it is asked to. */
export function soon(draw) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      draw();
    });
  };
}

/** Paints a list piece by piece, as much a picture as the machine keeps up with, so that nothing waits for it.
 *  `paint(piece)` paints one of some `cost(piece)`, and `atFirst` is the cost of the first picture. The function that is
 *  given back starts over with another list, and calls `done` after it. */
export function gradually(paint, atFirst, cost = () => 1) {
  let turn = 0;
  return (pieces, done = () => {}) => {
    turn += 1;
    const mine = turn;
    let [place, most, last] = [0, atFirst, null];
    const step = (now) => {
      if (mine !== turn) return;
      if (last !== null && now - last < QUICK) most *= 2;
      if (last !== null && now - last > SLOW) most /= 4;
      last = now;
      for (let spent = 0; place < pieces.length && spent < most; place += 1) {
        paint(pieces[place]);
        spent += cost(pieces[place]);
      }
      if (place < pieces.length) requestAnimationFrame(step);
      else done();
    };
    step(null);
  };
}

/** Calls `draw` when the size of an element or the colours change. */
export function whenChanged(element, draw) {
  let width = 0;
  new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    draw();
  }).observe(element);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  document.addEventListener("colors", draw);
}
