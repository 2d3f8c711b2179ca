import { el } from "./dom.js";
import { confirmBox, openDialog } from "./dialogs.js";
import { copy } from "./buttons.js";
import { nameOf, store } from "./store.js";

// Example places, so that a location can be sent without the device's own.
const PLACES = [
  ["Serang", -6.1187, 106.1536],
  ["Serpong Utara", -6.2447, 106.6632],
  ["Pasar Kemis", -6.1642, 106.5321],
  ["Cilegon", -6.0174, 106.0538],
  ["Pandeglang", -6.3084, 106.1068],
  ["Rangkasbitung", -6.3592, 106.2493],
];

/** Telegram asks before a phone number is given away, and so does this page. */
export function agreeToShareContact() {
  const { me } = store.bot;
  return confirmBox("Bagikan nomor telepon?", `${me.first_name} akan mengetahui nomor telepon Anda.`, "Bagikan");
}

/** Resolves to {latitude, longitude} in degrees, or null. */
export async function askForLocation() {
  const number = (name, label, limit) => el("label", {}, label, el("input", {
    name, type: "number", step: "any", min: -limit, max: limit, required: true, "data-testid": name,
  }));
  const latitude = number("latitude", "Lintang", 90);
  const longitude = number("longitude", "Bujur", 180);
  const fill = (place) => {
    latitude.lastElementChild.value = place[1];
    longitude.lastElementChild.value = place[2];
  };
  fill(PLACES[0]);
  const chips = PLACES.map((place) =>
    el("button", { type: "button", class: "chip", onclick: () => fill(place) }, place[0]));
  const answer = await openDialog({
    testid: "location",
    title: "Kirim lokasi",
    body: [el("div", { class: "chips" }, chips), el("div", { class: "pair" }, latitude, longitude)],
    buttons: [["", "Batal", "location-cancel"], ["yes", "Kirim lokasi", "location-send"]],
  });
  if (answer !== "yes") return null;
  return { latitude: latitude.lastElementChild.valueAsNumber, longitude: longitude.lastElementChild.valueAsNumber };
}

/** A file's preview with a caption; resolves to the caption, or null when it is not to be sent. */
export async function askForCaption(file, kind) {
  const address = URL.createObjectURL(file);
  const shown = kind === "photo"
    ? el("img", { class: "preview", src: address, alt: file.name })
    : el("p", { class: "preview-name" }, file.name);
  const caption = el("input", { name: "caption", maxlength: 1024, autocomplete: "off", "data-testid": "caption" });
  const answer = await openDialog({
    testid: "upload",
    title: kind === "photo" ? "Kirim foto" : "Kirim berkas",
    body: [shown, el("label", {}, "Keterangan (boleh kosong)", caption)],
    buttons: [["", "Batal", "upload-cancel"], ["yes", "Kirim", "upload-send"]],
  });
  URL.revokeObjectURL(address);
  return answer === "yes" ? caption.value.trim() : null;
}

/**
 * What a share link offers: copy it, or open it on somebody else's phone.
 * Resolves to the id of that person, or null.
 */
export async function askWhomToShareWith({ url, text }) {
  const others = [...store.people.values()].filter((person) => person.id !== store.current).slice(0, 6);
  const answer = await openDialog({
    testid: "share",
    title: "Bagikan tautan",
    body: [text ? el("p", {}, text) : null, el("p", { class: "address" }, url),
      el("div", { class: "chips" }, others.map((person) =>
        el("button", { value: person.id, class: "chip" }, `Buka sebagai ${nameOf(person)}`)))],
    buttons: [["", "Tutup", "share-close"], ["copy", "Salin tautan", "share-copy"]],
  });
  if (answer === "copy") await copy(url);
  return answer && answer !== "copy" ? Number(answer) : null;
}
