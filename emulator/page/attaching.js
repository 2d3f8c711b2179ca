import { byId, el, icon } from "./dom.js";

let hands;

/** The paperclip's choices, and files pasted or dropped. `given` do the sending. */
export function startAttaching(given) {
  hands = given;
  byId("attach-panel").replaceChildren(
    ...fileChoice("photo", "Foto", "photo", "image/*"),
    ...fileChoice("document", "Berkas", "file", null),
    choice("Lokasi", "place", "attach-location", hands.shareLocation),
    choice("Kontak", "person", "attach-contact", hands.shareContact),
  );
  byId("attach").addEventListener("click", () => show(byId("attach-panel").hidden));
  byId("composer").addEventListener("paste", (pasted) => take(pasted, pasted.clipboardData));
  byId("scroll").addEventListener("dragover", (over) => over.preventDefault());
  byId("scroll").addEventListener("drop", (dropped) => take(dropped, dropped.dataTransfer));
}

export const closeAttaching = () => show(false);

function show(open) {
  byId("attach-panel").hidden = !open;
  byId("attach").setAttribute("aria-expanded", open);
}

function choice(label, sign, hook, act) {
  const chosen = () => {
    closeAttaching();
    act();
  };
  return el("button", { type: "button", class: "chip", "data-testid": hook, onclick: chosen }, icon(sign), label);
}

function fileChoice(kind, label, sign, accept) {
  const input = el("input", { type: "file", accept, "data-testid": `${kind}-input`, tabindex: "-1" });
  input.addEventListener("change", () => {
    if (input.files[0]) hands.sendFile(input.files[0], kind);
    input.value = "";
  });
  return [choice(label, sign, `attach-${kind}`, () => input.click()), input];
}

function take(event, carried) {
  const file = carried?.files[0];
  if (!file) return;
  event.preventDefault();
  hands.sendFile(file, file.type.startsWith("image/") ? "photo" : "document");
}
