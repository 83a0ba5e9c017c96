/** The heads as coloured buttons: each is switched on and off; a double click leaves it alone. */

import { make } from "./elements.js";

/** `changed()` is called when `chosen`, a set of heads' numbers, was changed. */
export function headChips(colors, chosen, changed) {
  const group = make("div", { class: "chips", role: "group", aria: { label: "Heads" } });
  let heads = [];
  const show = () => {
    for (const chip of group.querySelectorAll("[data-head]")) {
      chip.setAttribute("aria-pressed", String(chosen.has(Number(chip.dataset.head))));
    }
  };
  const only = (numbers) => {
    chosen.clear();
    for (const number of numbers) chosen.add(number);
    show();
    changed();
  };
  const chip = (head) => {
    const button = make(
      "button",
      {
        type: "button",
        class: "chip",
        style: { "--color": colors[head] },
        data: { head },
        title: `Head ${head}; double click: this one alone`,
        aria: { label: `Head ${head}` },
        onclick: () => {
          if (!chosen.delete(head)) chosen.add(head);
          show();
          changed();
        },
        ondblclick: () => only([head]),
      },
      String(head),
    );
    return button;
  };
  const all = (text, numbers) =>
    make("button", { type: "button", class: "plain", onclick: () => only(numbers()) }, text);
  return {
    element: group,
    offer(numbers) {
      heads = numbers;
      group.replaceChildren(
        ...heads.map(chip),
        all("all", () => heads),
        all("none", () => []),
      );
      show();
    },
  };
}
