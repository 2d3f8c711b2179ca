import { byId, el } from "./dom.js";

const TOAST_MS = 4000;

/** A short word that goes by itself. */
export function toast(text) {
  const shown = el("p", { class: "toast", "data-testid": "toast" }, text);
  byId("toasts").append(shown);
  setTimeout(() => shown.remove(), TOAST_MS);
}

/**
 * Opens a modal dialog; resolves to the value of the button pressed, or "" when it is dismissed.
 * `buttons` are [value, label, testid]; the last one is the main one and is focused.
 */
export function openDialog({ testid, title, body, buttons }) {
  const row = buttons.map(([value, label, hook], index) => el("button", {
    // Enter presses a form's first submit button, so giving up must not be one.
    type: value === "" ? "button" : "submit",
    value,
    class: index === buttons.length - 1 ? "main" : "quiet",
    "data-testid": hook,
    autofocus: index === buttons.length - 1,
    onclick: value === "" ? () => dialog.close("") : null,
  }, label));
  const dialog = el("dialog", { "data-testid": testid },
    el("form", { method: "dialog" },
      title ? el("h2", {}, title) : null,
      el("div", { class: "dialog-body" }, body),
      el("div", { class: "dialog-buttons" }, row)));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

export const alertBox = (text) =>
  openDialog({ testid: "alert", body: el("p", { class: "alert-text" }, text), buttons: [["ok", "Tutup", "alert-ok"]] });

/** Resolves to true if the person agrees. */
export async function confirmBox(title, text, yes) {
  const buttons = [["", "Batal", "confirm-no"], ["yes", yes, "confirm-yes"]];
  return "yes" === (await openDialog({ testid: "confirm", title, body: el("p", {}, text), buttons }));
}

/** A picture over the whole page; any click or Escape closes it. */
export function showPicture(source, words) {
  const dialog = el("dialog", { class: "picture", "data-testid": "picture", "aria-label": words },
    el("img", { src: source, alt: words }),
    el("button", { type: "button", class: "quiet", autofocus: true }, "Tutup"));
  dialog.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
