import { avatar, byId, el, place } from "./dom.js";
import { summaryOf } from "./attachments.js";
import { now } from "./clock.js";
import { shortStamp } from "./dates.js";
import { openDialog, toast } from "./dialogs.js";
import { addPerson } from "./server.js";
import { chatOf, messagesOf, nameOf, on, putPerson, store, unreadCount } from "./store.js";

const rows = new Map();

/** The list of people; `choose` is called with the id of the one pressed. */
export function startPeople(choose) {
  for (const topic of ["people", "chat", "current", "typing", "clock"]) on(topic, draw);
  byId("people").addEventListener("click", (pressed) => {
    const row = pressed.target.closest("[data-user-id]");
    if (row) choose(Number(row.dataset.userId));
  });
  byId("add-person").addEventListener("click", () => askForPerson(choose));
}

let asked = false;

// Events come in bursts; one drawing a frame is enough.
function draw() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    place(byId("people"), [...store.people.values()].map(rowOf));
  });
}

/** A row is kept while it says the same, so that focus and clicks are never lost. */
function rowOf(person) {
  const seen = facts(person);
  const key = JSON.stringify(seen);
  const known = rows.get(person.id);
  if (known?.key === key) return known.row;
  const row = known?.row ?? el("li");
  const focused = row.contains(document.activeElement);
  row.replaceChildren(button(person, seen));
  if (focused) row.firstElementChild.focus();
  rows.set(person.id, { key, row });
  return row;
}

function goneWords({ deactivated, blocked }) {
  if (deactivated) return "akun dihapus";
  return blocked ? "bot diblokir" : null;
}

function facts(person) {
  const last = messagesOf(person.id).at(-1);
  const mine = last && !last.from?.is_bot ? "Anda: " : "";
  return {
    name: nameOf(person),
    about: person.about,
    line: last ? mine + summaryOf(last).replace(/\s+/g, " ").slice(0, 120) : "Belum ada pesan",
    stamp: last ? shortStamp(last.date, now()) : "",
    typing: Boolean(chatOf(person.id).action),
    unread: unreadCount(person.id),
    gone: goneWords(person),
    current: person.id === store.current,
  };
}

function button(person, seen) {
  return el("button", {
    type: "button",
    class: "person",
    "data-testid": "person",
    "data-user-id": person.id,
    "aria-current": seen.current ? "true" : null,
  },
  avatar(person.id, seen.name),
  el("span", { class: "person-name" }, seen.name),
  el("span", { class: "person-stamp" }, seen.gone ?? seen.stamp),
  seen.about ? el("span", { class: "person-about" }, seen.about) : null,
  el("span", { class: "person-line" }, seen.typing ? "sedang mengetik…" : seen.line),
  seen.unread ? unreadMark(seen.unread) : null);
}

const unreadMark = (count) =>
  el("span", { class: "unread", "data-testid": "unread", "aria-label": `${count} belum dibaca` }, String(count));

async function askForPerson(choose) {
  const field = (name, label, more = {}) => el("label", {}, label, el("input", { name, autocomplete: "off", ...more }));
  const body = [
    field("first_name", "Nama depan", { required: true, autofocus: true, maxlength: 64, "data-testid": "new-name" }),
    field("username", "Nama pengguna (boleh kosong)", { pattern: "[A-Za-z0-9_]{3,32}", "data-testid": "new-username" }),
    field("about", "Keterangan (boleh kosong)", { maxlength: 120, "data-testid": "new-about" }),
    el("label", {}, "Bahasa ponsel", el("select", { name: "language_code", "data-testid": "new-language" },
      el("option", { value: "id" }, "Indonesia"), el("option", { value: "en" }, "Inggris"))),
  ];
  const buttons = [["", "Batal", "new-cancel"], ["yes", "Tambah", "new-add"]];
  const answer = await openDialog({ testid: "new-person", title: "Tambah orang", body, buttons });
  if (answer !== "yes") return;
  const values = body.map((label) => label.querySelector("input, select"));
  const person = Object.fromEntries(values.filter(({ value }) => value.trim()).map(({ name, value }) => [name, value.trim()]));
  try {
    const added = await addPerson(person);
    putPerson(added);
    choose(added.id);
  } catch (refused) {
    toast(`Tidak jadi ditambah: ${refused.message}`);
  }
}
