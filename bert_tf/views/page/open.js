/** Opens the page: reads its data, makes the heading, and lets the kind's own function draw. */

import { make } from "./elements.js";
import { unpackAll } from "./unpack.js";

const SCHEMES = ["light dark", "light", "dark"];
const SCHEME_NAMES = ["as the system", "light", "dark"];

/** `draw(data, place)` fills the place. */
export async function open(kind, draw) {
  const main = document.getElementById("view");
  const data = JSON.parse(document.getElementById("data").textContent);
  const title = make("h1", {}, make("bdi", {}, data.title));
  const place = make("div", { class: `view ${kind}` });
  main.replaceChildren(make("header", {}, title, schemeButton()), place);
  try {
    draw(await unpackAll(data), place);
  } catch (error) {
    place.textContent = `This browser could not draw the page: ${error.message}`;
    throw error;
  }
  main.dataset.ready = "true";
}

function schemeButton() {
  let now = 0;
  const button = make("button", { type: "button", class: "scheme" });
  const show = () => {
    document.documentElement.style.colorScheme = SCHEMES[now];
    button.textContent = `\u25d0 ${SCHEME_NAMES[now]}`;
    button.setAttribute("aria-label", `Colours: ${SCHEME_NAMES[now]}`);
    document.dispatchEvent(new Event("colors"));
  };
  button.addEventListener("click", () => {
    now = (now + 1) % SCHEMES.length;
    show();
  });
  show();
  return button;
}
