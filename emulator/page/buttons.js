import { el, icon } from "./dom.js";
import { toast } from "./dialogs.js";
import { openAddress } from "./links.js";

/** The keyboard under a message, or null. `press` answers a callback button's press. */
export function inlineKeyboard(message, press) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return el("div", { class: "inline-keyboard", "data-testid": "inline-keyboard", role: "group", "aria-label": "Pilihan" },
    rows.map((buttons, row) => el("div", { class: "row" },
      buttons.map((button, column) => inlineButton(button, { message, row, column, press })))));
}

function inlineButton(button, spot) {
  const node = el("button", {
    type: "button",
    class: "inline-button",
    "data-testid": "inline-button",
    "data-row": spot.row,
    "data-column": spot.column,
  }, el("span", {}, button.text), button.url ? icon("out") : null);
  node.addEventListener("click", () => act(button, spot, node));
  return node;
}

async function act(button, { message, row, column, press }, node) {
  if (button.url) return openAddress(button.url);
  if (button.copy_text) return copy(button.copy_text.text);
  if (button.callback_data === undefined) return toast("Tombol ini tidak didukung di sini");
  if (node.getAttribute("aria-busy") === "true") return undefined;
  node.setAttribute("aria-busy", "true");
  try {
    await press(message, row, column);
  } finally {
    node.removeAttribute("aria-busy");
  }
  return undefined;
}

/** Puts a text on the clipboard and says so. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Disalin");
  } catch {
    toast(text);
  }
}
