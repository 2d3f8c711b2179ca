import { byId, el, place } from "./dom.js";
import { summaryOf } from "./attachments.js";
import { bubbleOf } from "./bubble.js";
import { dayKey, dayTitle } from "./dates.js";
import { now } from "./clock.js";
import { countMissed, goToEnd, keepingEnd, startFollowing } from "./following.js";
import { chatOf, messagesOf, nameOf, on, store } from "./store.js";

const MOST_DRAWN = 300;
const JOIN_S = 300;

let drawn = new Map();
let separators = new Map();
let hands;

/** Draws the open chat's messages and keeps its end in view. `given` are {sendCommand, press}. */
export function startChat(given) {
  hands = { ...given, goTo };
  on("current", openChat);
  on("chat", (id) => id === store.current && keepingEnd(draw));
  on("arrived", ({ id, message }) => id === store.current && arrived(message));
  on("typing", (id) => id === store.current && keepingEnd(drawTyping));
  on("bot", draw);
  on("clock", draw);
  byId("pinned").addEventListener("click", () => goTo(pinnedNow()?.message_id));
  startFollowing();
}

function openChat() {
  drawn = new Map();
  separators = new Map();
  byId("messages").replaceChildren();
  draw();
  drawTyping();
  goToEnd();
}

function arrived(message) {
  if (!message.from?.is_bot) return goToEnd();
  byId("announcer").textContent = `${nameOf(message.from)}: ${summaryOf(message)}`;
  countMissed();
  return undefined;
}

function draw() {
  const messages = store.current === null ? [] : messagesOf(store.current).slice(-MOST_DRAWN);
  const focus = focusedButton();
  place(byId("messages"), messages.flatMap((message, index) => nodesFor(message, messages[index - 1])));
  restoreFocus(focus);
  drawPinned();
}

/** The message's node, after a separator where a day begins. */
function nodesFor(message, before) {
  const node = nodeOf(message);
  const newDay = !before || dayKey(before.date) !== dayKey(message.date);
  const sameHand = before?.from?.is_bot === message.from?.is_bot;
  node.classList.toggle("joined", !newDay && sameHand && message.date - before.date < JOIN_S);
  return newDay ? [separatorOf(message.date), node] : [node];
}

function nodeOf(message) {
  const known = drawn.get(message.message_id);
  if (known?.message === message) return known.node;
  const node = bubbleOf(message, hands);
  if (!known) node.classList.add("fresh");
  drawn.set(message.message_id, { message, node });
  return node;
}

function separatorOf(date) {
  const title = dayTitle(date, now());
  const key = `${dayKey(date)} ${title}`;
  if (!separators.has(key)) {
    separators.set(key, el("p", { class: "day", "data-testid": "day" }, el("span", {}, title)));
  }
  return separators.get(key);
}

function drawTyping() {
  byId("typing").hidden = store.current === null || !chatOf(store.current).action;
}

/** The last pinned message that is still there, or undefined. */
function pinnedNow() {
  if (store.current === null) return undefined;
  const { pinned, messages } = chatOf(store.current);
  return messages.get(pinned.findLast((messageId) => messages.has(messageId)));
}

function drawPinned() {
  const pinned = pinnedNow();
  byId("pinned").hidden = !pinned;
  byId("pinned").textContent = pinned ? `📌 ${summaryOf(pinned)}` : "";
}

function goTo(messageId) {
  const node = drawn.get(messageId)?.node;
  if (!node) return;
  node.scrollIntoView({ block: "center" });
  node.focus({ preventScroll: true });
}

// An edit replaces the whole message; whoever moves by keyboard stays on the same button.
function focusedButton() {
  const button = document.activeElement?.closest?.(".inline-button");
  if (!button) return null;
  const { row, column } = button.dataset;
  return { messageId: Number(button.closest(".message").dataset.messageId), row, column };
}

function restoreFocus(focus) {
  if (!focus || document.activeElement?.closest?.(".inline-button")) return;
  const message = drawn.get(focus.messageId)?.node;
  const same = message?.querySelector(`[data-row="${focus.row}"][data-column="${focus.column}"]`);
  (same ?? message?.querySelector(".inline-button"))?.focus({ preventScroll: true });
}
