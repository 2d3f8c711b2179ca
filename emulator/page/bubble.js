import { el } from "./dom.js";
import { attachmentOf, summaryOf } from "./attachments.js";
import { inlineKeyboard } from "./buttons.js";
import { fullStamp, timeOf } from "./dates.js";
import { formatted } from "./entities.js";
import { nameOf } from "./store.js";

/** One message as an article. `hands` are {sendCommand, goTo, press}. */
export function bubbleOf(message, hands) {
  if (message.pinned_message) return serviceLine(message, "Pesan disematkan");
  const sender = message.from?.is_bot ? "bot" : "person";
  const attachment = attachmentOf(message);
  const bubble = el("div", { class: `bubble${attachment ? " carries" : ""}` },
    forwardLine(message), replyQuote(message, hands), attachment, words(message, hands), meta(message));
  return el("article", {
    class: `message from-${sender}${message.photo ? " with-photo" : ""}`,
    "data-testid": "message",
    "data-message-id": message.message_id,
    "data-from": sender,
    "aria-label": `${message.from ? nameOf(message.from) : ""}, ${timeOf(message.date)}`,
    tabindex: "-1",
  }, bubble, inlineKeyboard(message, hands.press));
}

function words(message, hands) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const entities = message.text ? message.entities : message.caption_entities;
  const body = formatted(text, entities, hands.sendCommand);
  return el("div", { class: "text", dir: "auto", "data-testid": "text" }, body);
}

function meta(message) {
  const stamp = new Date(message.date * 1000).toISOString();
  return el("span", { class: "meta" },
    message.edit_date ? el("span", { "data-testid": "edited" }, "diedit ") : null,
    el("time", { datetime: stamp, title: fullStamp(message.date) }, timeOf(message.date)));
}

function replyQuote(message, hands) {
  const original = message.reply_to_message;
  if (!original) return null;
  const jump = () => hands.goTo(original.message_id);
  return el("button", { type: "button", class: "quote", "data-testid": "quote", onclick: jump },
    el("strong", {}, original.from ? nameOf(original.from) : ""),
    el("span", {}, summaryOf(original)));
}

function forwardLine(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const source = origin.sender_user ?? origin.sender_chat ?? origin.chat;
  const name = source ? (source.title ?? nameOf(source)) : origin.sender_user_name;
  return el("p", { class: "forwarded" }, `Diteruskan dari ${name ?? "orang lain"}`);
}

function serviceLine(message, text) {
  return el("p", {
    class: "service",
    "data-testid": "service",
    "data-message-id": message.message_id,
  }, text);
}
