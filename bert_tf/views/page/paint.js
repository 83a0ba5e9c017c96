/** Drawing on canvases: sharp on every screen, in the page's colours of the moment. */

/** A canvas of a size in CSS pixels, and its context, in which a unit is such a pixel. */
export function sized(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
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

/** The page's two scales: `shares` from nothing to all, `signed` from the least over 0 to the most. */
export function scales() {
  return {
    shares: ramp(ink("--surface"), ink("--share")),
    signed: ramp(ink("--negative"), ink("--positive"), ink("--surface")),
    missing: ink("--missing"),
  };
}

/** Fills a canvas with a matrix, one cell a value, stretched to the canvas' CSS size without smoothing.
 *  `at(row, column)` gives shares from 0 to 1 of the scale, or NaN. */
export function matrix(canvas, rows, columns, at, scale, missing) {
  canvas.width = columns;
  canvas.height = rows;
  canvas.style.imageRendering = canvas.clientWidth < columns ? "auto" : "pixelated";
  const context = canvas.getContext("2d");
  const image = context.createImageData(columns, rows);
  for (let row = 0, place = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, place += 4) {
      const share = at(row, column);
      const [red, green, blue] = Number.isNaN(share)
        ? missing
        : scale[Math.max(0, Math.min(255, Math.round(share * 255)))];
      image.data[place] = red;
      image.data[place + 1] = green;
      image.data[place + 2] = blue;
      image.data[place + 3] = 255;
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
