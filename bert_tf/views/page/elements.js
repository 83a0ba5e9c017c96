/** Elements of a page: made with text, never with markup, so that a token can only be text. */

/** `make("button", { class: "chip", onclick }, "text", child)`; `aria` and `data` are mappings of attributes. */
export function make(name, settings = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(settings)) {
    if (value === undefined || value === null) continue;
    if (key === "class") element.className = value;
    else if (key === "aria" || key === "data") {
      for (const [part, text] of Object.entries(value)) element.setAttribute(`${key}-${part}`, text);
    } else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "style") for (const [part, text] of Object.entries(value)) element.style.setProperty(part, text);
    else element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A menu with its label; `options` are texts, and `choose` is told the place of the one chosen. */
export function menu(label, options, chosen, choose) {
  const select = make("select", { onchange: () => choose(select.selectedIndex) });
  select.append(...options.map((text) => make("option", {}, text)));
  select.selectedIndex = chosen;
  return make("label", { class: "menu" }, make("span", {}, label), select);
}

/** A menu with buttons for the one before and the one after. */
export function stepper(label, options, chosen, choose) {
  const whole = menu(label, options, chosen, choose);
  const select = whole.querySelector("select");
  const step = (by, text) =>
    make(
      "button",
      { type: "button", class: "step", aria: { label: text }, onclick: () => move(by) },
      by < 0 ? "\u2039" : "\u203a",
    );
  const move = (by) => {
    const next = select.selectedIndex + by;
    if (next < 0 || next >= options.length) return;
    select.selectedIndex = next;
    choose(next);
  };
  const group = make("span", { class: "stepper" });
  group.append(whole, step(-1, `${label}: the one before`), step(1, `${label}: the next one`));
  return group;
}

/** A button that is on or off. */
export function toggle(label, on, change) {
  const button = make("button", { type: "button", class: "toggle", aria: { pressed: String(on) } }, label);
  button.addEventListener("click", () => {
    const now = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(now));
    change(now);
  });
  return button;
}

/** A table that is filled only while it is open: `fill` gives `{ caption, columns, rows }` of texts. */
export function numbers(fill) {
  const place = make("div", { class: "scroll", tabindex: "0", role: "region", aria: { label: "The numbers" } });
  const box = make("details", { class: "numbers" }, make("summary", {}, "The same numbers as a table"), place);
  const show = () => {
    if (!box.open) return;
    const { caption, columns, rows } = fill();
    const head = make("tr", {}, ...columns.map((text) => make("th", { scope: "col" }, bdi(text))));
    const body = rows.map(([first, ...rest]) =>
      make("tr", {}, make("th", { scope: "row" }, bdi(first)), ...rest.map((text) => make("td", {}, text))),
    );
    place.replaceChildren(
      make("table", {}, make("caption", {}, caption), make("thead", {}, head), make("tbody", {}, ...body)),
    );
  };
  box.addEventListener("toggle", show);
  return { element: box, show };
}

/** Text of any direction that does not turn what stands beside it. */
export function bdi(text) {
  return make("bdi", {}, text);
}

/** Lets the arrow keys walk among buttons of which only one is reached by the tab key; `columns` to a line. */
export function roving(container, columns) {
  const all = () => [...container.querySelectorAll("[data-stop]")];
  const enter = (button) => {
    for (const each of all()) each.tabIndex = each === button ? 0 : -1;
  };
  container.addEventListener("focusin", (event) => {
    const button = event.target.closest("[data-stop]");
    if (button) enter(button);
  });
  container.addEventListener("keydown", (event) => {
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns(), ArrowDown: columns() };
    const buttons = all();
    const at = buttons.indexOf(document.activeElement);
    if (!(event.key in steps) || at < 0) return;
    event.preventDefault();
    buttons[at + steps[event.key]]?.focus();
  });
  const first = all()[0];
  if (first) enter(first);
}
