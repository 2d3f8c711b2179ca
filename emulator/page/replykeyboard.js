import { byId, el } from "./dom.js";
import { toast } from "./dialogs.js";
import { chatOf, on, store } from "./store.js";

let hands;
let folded = false;

/** The keyboard of ready answers. `given` are {sendText, shareContact, shareLocation}. */
export function startReplyKeyboard(given) {
  hands = given;
  on("current", () => fold(false));
  on("keyboard", (id) => id === store.current && fold(false));
  byId("keyboard-toggle").addEventListener("click", () => fold(!folded));
}

const keyboardNow = () => (store.current === null ? null : chatOf(store.current).keyboard);

function fold(away) {
  folded = away;
  draw();
}

function draw() {
  const keyboard = keyboardNow();
  const rows = keyboard?.keyboard ?? [];
  const panel = byId("reply-keyboard");
  panel.hidden = folded || rows.length === 0;
  panel.replaceChildren(...rows.map((row) => el("div", { class: "row" }, row.map(buttonOf))));
  byId("keyboard-toggle").hidden = rows.length === 0;
  byId("keyboard-toggle").setAttribute("aria-expanded", !folded);
  byId("composer").placeholder = keyboard?.input_field_placeholder ?? "Tulis pesan";
}

function buttonOf(given) {
  const button = typeof given === "string" ? { text: given } : given;
  const press = () => act(button);
  return el("button", { type: "button", "data-testid": "reply-button", onclick: press }, button.text);
}

async function act(button) {
  const oneTime = keyboardNow()?.one_time_keyboard;
  const done = await answer(button);
  if (done && oneTime) fold(true);
}

function answer(button) {
  if (button.request_contact) return hands.shareContact();
  if (button.request_location) return hands.shareLocation();
  const special = Object.keys(button).find((name) => name.startsWith("request_") || name === "web_app");
  if (special) return toast("Tombol ini tidak didukung di sini");
  return hands.sendText(button.text);
}
