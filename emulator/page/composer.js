import { byId } from "./dom.js";
import { closeAttaching, startAttaching } from "./attaching.js";
import { closeCommands, highlightedOption, moveHighlight, offerFor, startCommands } from "./commands.js";
import { chatOf, on } from "./store.js";

const PANELS_AND_OPENERS = "#commands, #attach-panel, #menu, #attach, #composer";

let hands;
let draftOf = null;

/** The line one writes in, with its command list and its attachments. `given` do the sending. */
export function startComposer(given) {
  hands = given;
  startCommands(sendCommand);
  startAttaching(given);
  byId("entry-form").addEventListener("submit", send);
  byId("composer").addEventListener("input", typed);
  byId("composer").addEventListener("keydown", keyPressed);
  byId("menu").addEventListener("click", closeAttaching);
  byId("attach").addEventListener("click", closeCommands);
  document.addEventListener("click", (pressed) => pressed.target.closest?.(PANELS_AND_OPENERS) ?? closePanels());
  document.addEventListener("keydown", (key) => key.key === "Escape" && closePanels());
  on("current", changeDraft);
}

/** Each chat keeps what was being written in it. */
function changeDraft(id) {
  const box = byId("composer");
  if (draftOf === id) return;
  if (draftOf !== null) chatOf(draftOf).draft = box.value;
  write(id === null ? "" : chatOf(id).draft);
  draftOf = id;
  closePanels();
}

function write(text) {
  byId("composer").value = text;
  fit();
}

async function send(submitted) {
  submitted.preventDefault();
  const text = byId("composer").value.trim();
  if (!text) return;
  write("");
  closePanels();
  const sent = await hands.sendText(text);
  if (!sent && !byId("composer").value) write(text);
}

function sendCommand(command) {
  write("");
  closePanels();
  hands.sendText(command);
}

function typed() {
  fit();
  closeAttaching();
  offerFor(byId("composer").value);
}

/** As tall as its text, up to the height the style sheet allows. */
function fit() {
  const box = byId("composer");
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}

function keyPressed(key) {
  if (key.isComposing) return;
  const option = highlightedOption();
  if (key.key === "Tab" && option) {
    write(`/${option.dataset.command} `);
    closePanels();
  } else if (key.key === "Enter" && !key.shiftKey) {
    if (option) option.click();
    else byId("entry-form").requestSubmit();
  } else if (!moveHighlight(key.key)) {
    return;
  }
  key.preventDefault();
}

function closePanels() {
  closeCommands();
  closeAttaching();
}
