import { avatar, el, icon } from "./dom.js";
import { fileUrl } from "./server.js";
import { showPicture } from "./dialogs.js";

const PHOTO_BOX = 320;
const degrees = new Intl.NumberFormat("id-ID", { minimumFractionDigits: 4, maximumFractionDigits: 4 });
const sizes = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 });

/** The node of whatever a message carries besides text, or null. */
export function attachmentOf(message) {
  const kind = Object.keys(KINDS).find((name) => message[name]);
  return kind ? KINDS[kind](message[kind], message) : null;
}

/** A message in a few words, for the list of people, replies and screen readers. */
export function summaryOf(message) {
  const words = message.text ?? message.caption;
  const kind = Object.keys(NAMES).find((name) => message[name]);
  return [kind ? NAMES[kind] : null, words].filter(Boolean).join(" · ");
}

const NAMES = {
  photo: "🖼 Foto",
  animation: "GIF",
  document: "📄 Berkas",
  venue: "📍 Tempat",
  location: "📍 Lokasi",
  contact: "👤 Kontak",
  sticker: "Stiker",
  voice: "🎤 Pesan suara",
  video_note: "Pesan video",
  audio: "🎵 Audio",
  video: "🎬 Video",
  poll: "📊 Jajak pendapat",
  dice: "🎲 Dadu",
  pinned_message: "📌 Pesan disematkan",
};

// Order matters: a venue also carries a location, an animation also a document.
const KINDS = {
  photo: (sizesOffered, message) => picture(sizesOffered.at(-1), message.caption ?? "Foto"),
  animation: (file) => fileCard(file, "GIF"),
  document: (file) => fileCard(file, "Berkas"),
  venue: (venue) => placeCard(venue.location, venue.title, venue.address),
  location: (spot) => placeCard(spot, "Lokasi", null),
  contact: (contact) => contactCard(contact),
  sticker: (sticker) => el("p", { class: "sticker", title: "Stiker" }, sticker.emoji ?? "Stiker"),
  voice: (file) => fileCard(file, "Pesan suara"),
  video_note: (file) => fileCard(file, "Pesan video"),
  audio: (file) => fileCard(file, "Audio"),
  video: (file) => fileCard(file, "Video"),
  poll: (poll) => el("p", { class: "other" }, `${NAMES.poll}: ${poll.question}`),
  dice: (dice) => el("p", { class: "sticker" }, `${dice.emoji} ${dice.value}`),
};

function picture(photo, words) {
  const source = fileUrl(photo.file_id);
  const scale = Math.min(1, PHOTO_BOX / Math.max(photo.width, photo.height, 1));
  const image = el("img", {
    src: source,
    alt: words,
    width: Math.max(1, Math.round(photo.width * scale)),
    height: Math.max(1, Math.round(photo.height * scale)),
  });
  const open = () => showPicture(source, words);
  return el("button", { type: "button", class: "photo", "data-testid": "photo", onclick: open }, image);
}

function fileCard(file, fallback) {
  const name = file.file_name ?? fallback;
  return el("a", {
    class: "card",
    "data-testid": "document",
    href: fileUrl(file.file_id),
    download: name,
  }, el("span", { class: "card-sign" }, icon("file")), cardText(name, sizeOf(file.file_size)));
}

function placeCard(spot, title, address) {
  const { latitude, longitude } = spot;
  const where = `${degrees.format(latitude)}; ${degrees.format(longitude)}`;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return el("div", { class: "card", "data-testid": "place" },
    el("span", { class: "card-sign" }, icon("place")),
    el("span", { class: "card-text" },
      el("strong", {}, title),
      address ? el("span", {}, address) : null,
      el("small", {}, where),
      el("a", { href: map, target: "_blank", rel: "noopener noreferrer" }, "Buka di peta")));
}

function contactCard(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  return el("div", { class: "card", "data-testid": "contact" },
    avatar(contact.user_id ?? 0, name), cardText(name, contact.phone_number));
}

const cardText = (title, detail) =>
  el("span", { class: "card-text" }, el("strong", {}, title), detail ? el("small", {}, detail) : null);

function sizeOf(bytes) {
  if (!bytes) return null;
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 ** 2 ? `${sizes.format(bytes / 1024)} KB` : `${sizes.format(bytes / 1024 ** 2)} MB`;
}
