import { byId } from "./dom.js";
import { on, select, store } from "./store.js";

const LAST_KEY = "emulator.person";
const wide = matchMedia("(min-width: 760px)");

/** Opens a person's chat and keeps it in the address, so that the phone's back key works. */
export function navigate(id) {
  if (id === store.current && document.body.dataset.view === "chat") return;
  const address = `?user=${id}`;
  if (wide.matches) history.replaceState({}, "", address);
  else history.pushState({ fromList: document.body.dataset.view === "list" }, "", address);
  open(id);
}

function open(id) {
  document.body.dataset.view = id === null ? "list" : "chat";
  if (id !== null) localStorage.setItem(LAST_KEY, id);
  select(id);
}

/** Goes where the address says; returns the deep link's payload, once, or null. */
export function arrive() {
  const query = new URLSearchParams(location.search);
  const payload = query.get("start");
  const id = personFrom(query) ?? (store.current ?? (wide.matches || payload !== null ? likely() : null));
  if (payload !== null) history.replaceState({}, "", id === null ? "/" : `?user=${id}`);
  open(id);
  return payload;
}

function personFrom(query) {
  const id = Number(query.get("user"));
  return store.people.has(id) ? id : null;
}

function likely() {
  const last = Number(localStorage.getItem(LAST_KEY));
  return store.people.has(last) ? last : (store.people.keys().next().value ?? null);
}

function goBack() {
  if (history.state?.fromList) return history.back();
  history.replaceState({}, "", "/");
  return open(null);
}

export function startNavigation() {
  byId("back").addEventListener("click", goBack);
  window.addEventListener("popstate", () => open(personFrom(new URLSearchParams(location.search))));
  wide.addEventListener("change", () => wide.matches && store.current === null && open(likely()));
  on("current", () => document.body.classList.remove("clock-open"));
}
