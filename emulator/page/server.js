/** Raised when the emulator refuses a request or cannot be reached; `message` says why. */
export class Refused extends Error {}

async function call(path, body) {
  const options = body === undefined ? {} : { method: "POST", ...packed(body) };
  let answer;
  try {
    answer = await fetch(`/sim/${path}`, options);
  } catch {
    throw new Refused("emulator tidak terjangkau");
  }
  const text = await answer.text();
  if (!answer.ok) throw new Refused(reason(text) || `galat ${answer.status}`);
  return text ? JSON.parse(text) : null;
}

function packed(body) {
  if (body instanceof FormData) return { body };
  return { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
}

function reason(text) {
  try {
    const told = JSON.parse(text);
    return told.description ?? told.error ?? "";
  } catch {
    return text.slice(0, 120);
  }
}

/** The bot with the commands that this person is offered. */
export const readBot = (id) => call(`bot?user_id=${id ?? 0}`);
export const readPeople = () => call("users");
export const addPerson = (person) => call("users", person);
export const readTranscript = (id) => call(`users/${id}/messages`);
export const readKeyboard = (id) => call(`users/${id}/keyboard`);
export const block = (id) => call(`users/${id}/block`, {});
export const unblock = (id) => call(`users/${id}/unblock`, {});
export const readClock = () => call("clock");
export const moveClock = (change) => call("clock", change);

export const sendText = (id, text) => call(`users/${id}/messages`, { text });
export const sendContact = (id) => call(`users/${id}/messages`, { contact: true });
export const sendLocation = (id, location) => call(`users/${id}/messages`, { location });

/** `kind` is "photo" or "document". */
export function sendFile(id, file, kind, caption) {
  const form = new FormData();
  if (caption) form.append("caption", caption);
  form.append("as", kind);
  form.append("file", file, file.name);
  return call(`users/${id}/messages`, form);
}

/** The callback's answer: {answered, text?, show_alert?, url?}. */
export const press = (id, messageId, row, column) =>
  call(`users/${id}/press`, { message_id: messageId, row, column });

export const fileUrl = (fileId) => `/sim/files/${encodeURIComponent(fileId)}`;
