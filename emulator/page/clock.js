import { byId } from "./dom.js";
import { clockFace, dayKey, fullStamp, span, timeOf } from "./dates.js";
import { toast } from "./dialogs.js";
import { moveClock, readClock } from "./server.js";
import { tell } from "./store.js";

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;
const TICK_MS = 1000;

let offset = 0;
let lead = 0;
let shownDay = "";

/** Simulated time in seconds since the epoch. */
export const now = () => Date.now() / 1000 + lead;

/** Shows the simulated clock, and lets it be moved. */
export function startClock() {
  byId("clock-hour").addEventListener("click", () => move({ advance_s: HOUR_S }));
  byId("clock-day").addEventListener("click", () => move({ advance_s: DAY_S }));
  byId("clock-reset").addEventListener("click", () => move({ offset_s: 0 }));
  byId("clock-toggle").addEventListener("click", (pressed) => {
    const open = document.body.classList.toggle("clock-open");
    pressed.currentTarget.setAttribute("aria-expanded", open);
  });
  setInterval(draw, TICK_MS);
  draw();
}

export async function loadClock() {
  putClock(await readClock());
}

/** Takes {offset_s, now}; `now` in seconds or ISO 8601 corrects for a browser whose clock is off. */
export function putClock(told) {
  offset = told.offset_s;
  const theirs = typeof told.now === "number" ? told.now : Date.parse(told.now) / 1000;
  lead = Number.isFinite(theirs) ? theirs - Date.now() / 1000 : offset;
  shownDay = "";
  draw();
}

async function move(change) {
  try {
    putClock(await moveClock(change));
  } catch (refused) {
    toast(`Jam tidak berubah: ${refused.message}`);
  }
}

function draw() {
  const time = now();
  const moved = Math.abs(offset) >= 30;
  byId("clock-time").textContent = `${timeOf(time)} WIB`;
  byId("clock-date").textContent = clockFace(time);
  byId("clock-now").dateTime = new Date(time * 1000).toISOString();
  byId("clock-now").title = fullStamp(time);
  byId("clock-offset").textContent = moved ? `${offset < 0 ? "−" : "+"}${span(offset)}` : "";
  byId("clock-reset").disabled = !moved;
  if (dayKey(time) === shownDay) return;
  shownDay = dayKey(time);
  tell("clock");
}
