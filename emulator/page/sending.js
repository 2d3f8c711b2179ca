import { alertBox, confirmBox, toast } from "./dialogs.js";
import { openAddress } from "./links.js";
import * as server from "./server.js";
import { agreeToShareContact, askForCaption, askForLocation } from "./sharing.js";
import { currentPerson, putPerson, store } from "./store.js";

/** Everything a person does from the page. Each resolves to whether it was done. */
export async function sendText(text) {
  return attempt(() => server.sendText(store.current, text), "Pesan tidak terkirim");
}

export async function shareContact() {
  const id = store.current;
  return (await agreeToShareContact()) && attempt(() => server.sendContact(id), "Kontak tidak terkirim");
}

export async function shareLocation() {
  const id = store.current;
  const location = await askForLocation();
  return location !== null && attempt(() => server.sendLocation(id, location), "Lokasi tidak terkirim");
}

export async function sendFile(file, kind) {
  const id = store.current;
  const caption = await askForCaption(file, kind);
  return caption !== null && attempt(() => server.sendFile(id, file, kind, caption), "Berkas tidak terkirim");
}

/** Presses an inline button and shows what the bot answers. */
export async function pressButton(message, row, column) {
  const id = store.current;
  let answer;
  const done = await attempt(async () => {
    answer = await server.press(id, message.message_id, row, column);
  }, "Tombol tidak dijawab");
  if (done && answer) showAnswer(answer);
}

function showAnswer({ answered, text, show_alert: asAlert, url }) {
  if (answered === false) toast("Bot tidak menjawab");
  if (url) openAddress(url);
  if (!text) return;
  if (asAlert) alertBox(text);
  else toast(text);
}

/** Blocks the bot after a question, or lets it in again. */
export async function toggleBlock() {
  const person = currentPerson();
  if (person.blocked) return change(person, server.unblock, false);
  const question = `${store.bot.me.first_name} tidak akan bisa mengirim pesan kepada ${person.first_name}.`;
  return (await confirmBox("Blokir bot?", question, "Blokir")) && change(person, server.block, true);
}

const change = (person, act, blocked) =>
  attempt(async () => {
    await act(person.id);
    putPerson({ id: person.id, blocked });
  }, "Tidak berubah");

async function attempt(act, complaint) {
  try {
    await act();
    return true;
  } catch (refused) {
    if (!(refused instanceof server.Refused)) throw refused;
    toast(`${complaint}: ${refused.message}`);
    return false;
  }
}
