import { avatar, byId, el } from "./dom.js";
import { chatOf, currentPerson, on, store } from "./store.js";

const ACTIONS = {
  typing: "sedang mengetik…",
  upload_photo: "mengirim foto…",
  upload_document: "mengirim berkas…",
  find_location: "mencari lokasi…",
  choose_sticker: "memilih stiker…",
};

/** The chat's head (bot, whose phone this is) and what an empty chat shows. */
export function startHeading({ begin, toggleBlock }) {
  for (const topic of ["bot", "people", "current", "typing", "chat"]) on(topic, draw);
  byId("block").addEventListener("click", toggleBlock);
  byId("unblock").addEventListener("click", toggleBlock);
  byId("empty").addEventListener("click", (pressed) => {
    if (pressed.target.closest("#start")) begin();
  });
  draw();
}

function draw() {
  const { me } = store.bot;
  const person = currentPerson();
  document.title = person ? `${me.first_name} · ${person.first_name}` : `${me.first_name} · Emulator`;
  byId("chat-title").textContent = me.first_name;
  byId("bot-avatar").textContent = [...me.first_name][0] ?? "";
  byId("chat-subtitle").textContent = subtitle(person);
  byId("block").hidden = !person;
  byId("block").classList.toggle("on", Boolean(person?.blocked));
  const words = person?.blocked ? "Buka blokir bot" : "Blokir bot";
  byId("block").setAttribute("aria-label", words);
  byId("block").title = words;
  document.body.classList.toggle("blocked", Boolean(person?.blocked));
  byId("unblock").hidden = !person?.blocked;
  byId("entry").hidden = !person;
  drawEmpty(person);
}

function subtitle(person) {
  if (!person) return "Pilih orang untuk mulai";
  const { action } = chatOf(person.id);
  if (action) return ACTIONS[action] ?? ACTIONS.typing;
  return [person.first_name, person.about].filter(Boolean).join(" · ");
}

let shownFor;

/** Drawn anew only when what it says changes, so that a click never loses its target. */
function drawEmpty(person) {
  const empty = byId("empty");
  const isEmpty = person && chatOf(person.id).messages.size === 0;
  empty.hidden = Boolean(person) && !isEmpty;
  const key = JSON.stringify([person?.id, isEmpty, store.bot]);
  if (key === shownFor) return;
  shownFor = key;
  empty.replaceChildren(...(isEmpty ? welcome(person) : [el("p", {}, "Pilih orang di daftar.")]));
}

function welcome(person) {
  const { me, description } = store.bot;
  const about = description || `Belum ada percakapan antara ${person.first_name} dan ${me.first_name}.`;
  return [
    avatar(1, me.first_name),
    el("h3", {}, me.first_name),
    el("p", { class: "description" }, about),
    el("button", { type: "button", id: "start", class: "main", "data-testid": "start" }, "Mulai"),
  ];
}
