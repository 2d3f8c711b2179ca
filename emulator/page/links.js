import { el } from "./dom.js";
import { store } from "./store.js";

const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);
const HOSTS = new Set(["t.me", "telegram.me", "telegram.dog"]);

let followInside = () => false;

/** `follower` is given an address that leads back into the chat ({start} or {share}). */
export function followWith(follower) {
  followInside = follower;
}

/** The address as a URL if a chat may open it, else null; a bare domain is taken as https. */
export function openable(raw) {
  for (const candidate of [raw, `https://${raw}`]) {
    if (!URL.canParse(candidate)) continue;
    const url = new URL(candidate);
    if (SCHEMES.has(url.protocol)) return url;
  }
  return null;
}

/**
 * What an address means inside the emulator: {start: payload} for the bot's deep links
 * (an empty payload only opens the chat), {share: {url, text}} for share links, else null.
 */
export function insideMeaning(url) {
  const [host, ...path] =
    url.protocol === "tg:" ? ["tg", url.host || url.pathname] : [url.host, ...url.pathname.slice(1).split("/")];
  const query = url.searchParams;
  if (host === "tg" && path[0] === "resolve" && isBot(query.get("domain"))) return startOf(query);
  if (!HOSTS.has(host)) return null;
  if (path[0] === "share") return { share: { url: query.get("url") ?? "", text: query.get("text") ?? "" } };
  return isBot(path[0]) ? startOf(query) : null;
}

const startOf = (query) => ({ start: query.get("start") ?? "" });
const isBot = (name) => name?.toLowerCase() === store.bot.me.username?.toLowerCase();

/** A link for a text; inside meanings are followed here, all others open in a tab of their own. */
export function linkTo(url, inside) {
  if (!url) return inside;
  const link = el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, inside);
  link.addEventListener("click", (pressed) => {
    const meaning = insideMeaning(url);
    if (!meaning) return;
    pressed.preventDefault();
    followInside(meaning);
  });
  return link;
}

/** Follows an address that a button or a callback's answer carries. */
export function openAddress(raw) {
  const url = openable(raw);
  if (!url) return;
  const meaning = insideMeaning(url);
  if (meaning) followInside(meaning);
  else window.open(url.href, "_blank", "noopener,noreferrer");
}
