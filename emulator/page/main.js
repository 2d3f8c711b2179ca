import { byId } from "./dom.js";
import { startChat } from "./chat.js";
import { loadClock, putClock, startClock } from "./clock.js";
import { startComposer } from "./composer.js";
import { startHeading } from "./heading.js";
import { followWith, openAddress } from "./links.js";
import { arrive, navigate, startNavigation } from "./navigation.js";
import { startPeople } from "./people.js";
import { startReplyKeyboard } from "./replykeyboard.js";
import * as sending from "./sending.js";
import * as server from "./server.js";
import { askWhomToShareWith } from "./sharing.js";
import * as store from "./store.js";
import { follow } from "./stream.js";
import { startThemeSwitch } from "./theme.js";

const EVENTS = {
  message: ({ chat_id: id, message }) => store.putMessage(id, message),
  edited: ({ chat_id: id, message }) => store.putMessage(id, message),
  deleted: ({ chat_id: id, message_id: messageId }) => store.dropMessage(id, messageId),
  action: ({ chat_id: id, action }) => store.showAction(id, action),
  keyboard: ({ chat_id: id, keyboard }) => store.putKeyboard(id, keyboard),
  pinned: ({ chat_id: id, message_ids: ids }) => store.putPinned(id, ids),
  user: ({ user }) => store.putPerson(user),
  commands: meetBot,
  clock: putClock,
};

const RETRY_MS = 1000;

let waiting = null;

/** The bot speaks each person's language, so its commands are read for the one in view. */
async function meetBot() {
  const id = store.store.current;
  const bot = await server.readBot(id);
  if (id === store.store.current) store.putBot(bot);
}

// What happens while transcripts are read is applied after them, in its order.
function receive(event) {
  if (waiting) waiting.push(event);
  else EVENTS[event.type]?.(event);
}

async function load() {
  waiting = [];
  try {
    const [bot, people] = await Promise.all([server.readBot(store.store.current), server.readPeople(), loadClock()]);
    store.putBot(bot);
    await Promise.all(people.map(({ id }) => loadChat(id)));
    store.putPeople(people);
  } finally {
    const held = waiting;
    waiting = null;
    held.forEach(receive);
  }
  byId("offline").hidden = true;
  const payload = arrive();
  if (payload !== null && store.currentPerson()) await sending.sendText(`/start ${payload}`.trim());
}

let attempts = 0;

/** Reads everything anew, until it works or a newer attempt has begun. */
async function reload() {
  const mine = ++attempts;
  while (mine === attempts) {
    try {
      return await load();
    } catch (failure) {
      if (!(failure instanceof server.Refused)) throw failure;
      byId("offline").hidden = false;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
  return undefined;
}

async function loadChat(id) {
  const [messages, keyboard] = await Promise.all([server.readTranscript(id), server.readKeyboard(id)]);
  store.putTranscript(id, messages);
  store.putKeyboard(id, keyboard);
}

async function followInside({ start, share }) {
  if (share) {
    const friend = await askWhomToShareWith(share);
    if (friend === null) return;
    navigate(friend);
    openAddress(share.url);
  } else if (start && store.currentPerson()) {
    await sending.sendText(`/start ${start}`);
  }
}

startThemeSwitch(byId("theme"));
startClock();
startPeople(navigate);
startHeading({ begin: () => sending.sendText("/start"), toggleBlock: sending.toggleBlock });
startChat({ sendCommand: sending.sendText, press: sending.pressButton });
startComposer(sending);
startReplyKeyboard(sending);
followWith(followInside);
startNavigation();
store.on("current", () => meetBot().catch(() => undefined));
document.addEventListener("visibilitychange", store.lookedAt);
follow({
  opened: reload,
  event: receive,
  lost: () => (byId("offline").hidden = false),
});
