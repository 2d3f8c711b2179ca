/**
 * What the page knows: the bot, the people, their chats, and whose phone is being looked at.
 * Views listen to topics (bot, people, chat, arrived, typing, keyboard, current) and draw again.
 */
const changes = new EventTarget();
const READ_KEY = "emulator.read";
const TYPING_MS = 5500;

export const store = { bot: { me: { first_name: "Bot" }, commands: [] }, people: new Map(), current: null };
const chats = new Map();
const lastRead = new Map(Object.entries(JSON.parse(localStorage.getItem(READ_KEY) ?? "{}")));

export const on = (topic, listener) => changes.addEventListener(topic, (told) => listener(told.detail));
export const tell = (topic, detail) => changes.dispatchEvent(new CustomEvent(topic, { detail }));

export function chatOf(id) {
  if (!chats.has(id)) {
    chats.set(id, { messages: new Map(), keyboard: null, pinned: [], action: null, draft: "" });
  }
  return chats.get(id);
}

export const currentPerson = () => store.people.get(store.current) ?? null;
export const nameOf = (person) => [person.first_name, person.last_name].filter(Boolean).join(" ");

/** A chat's messages, oldest first. */
export function messagesOf(id) {
  return [...chatOf(id).messages.values()].sort((a, b) => a.message_id - b.message_id);
}

export function putBot(bot) {
  store.bot = bot;
  tell("bot");
}

export function putPeople(people) {
  store.people = new Map(people.map((person) => [person.id, person]));
  tell("people");
}

export function putPerson(person) {
  store.people.set(person.id, { ...store.people.get(person.id), ...person });
  tell("people");
}

export function putTranscript(id, messages) {
  const chat = chatOf(id);
  chat.messages = new Map(messages.map((message) => [message.message_id, message]));
  chat.action = null;
  // Ids begin anew after a reset of the emulator, so an old mark may lie beyond them.
  const newest = Math.max(0, ...chat.messages.keys());
  if (readUpTo(id) > newest) setRead(id, 0);
  markIfSeen(id);
  tell("chat", id);
}

export function putMessage(id, message) {
  const chat = chatOf(id);
  const isNew = !chat.messages.has(message.message_id);
  chat.messages.set(message.message_id, message);
  if (message.from?.is_bot) showAction(id, null);
  markIfSeen(id);
  tell("chat", id);
  if (isNew) tell("arrived", { id, message });
}

export function dropMessage(id, messageId) {
  chatOf(id).messages.delete(messageId);
  tell("chat", id);
}

export function putKeyboard(id, keyboard) {
  chatOf(id).keyboard = keyboard ?? null;
  tell("keyboard", id);
}

/** `messageIds` are the pinned messages, the newest pin last. */
export function putPinned(id, messageIds) {
  chatOf(id).pinned = messageIds;
  tell("chat", id);
}

/** Shows "typing" and its like; as in Telegram it fades by itself after five seconds. */
export function showAction(id, action) {
  const chat = chatOf(id);
  clearTimeout(chat.fading);
  chat.action = action;
  if (action) chat.fading = setTimeout(() => showAction(id, null), TYPING_MS);
  tell("typing", id);
}

export function select(id) {
  store.current = id;
  if (id !== null) markIfSeen(id);
  tell("current", id);
  tell("people");
}

const readUpTo = (id) => lastRead.get(String(id)) ?? 0;

function setRead(id, messageId) {
  lastRead.set(String(id), messageId);
  localStorage.setItem(READ_KEY, JSON.stringify(Object.fromEntries(lastRead)));
}

/** A chat counts as read while it is open on a page that can be seen. */
function markIfSeen(id) {
  if (id !== store.current || document.visibilityState !== "visible") return;
  const newest = Math.max(0, ...chatOf(id).messages.keys());
  if (newest !== readUpTo(id)) setRead(id, newest);
}

/** The page has come into view again. */
export function lookedAt() {
  if (store.current === null) return;
  markIfSeen(store.current);
  tell("people");
}

export function unreadCount(id) {
  const read = readUpTo(id);
  return messagesOf(id).filter((said) => said.message_id > read && said.from?.is_bot).length;
}
