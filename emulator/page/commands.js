import { byId, el } from "./dom.js";
import { on, store } from "./store.js";

let highlighted = -1;
let choose;

/** The bot's command menu; `chosen` is called with "/command". */
export function startCommands(chosen) {
  choose = chosen;
  byId("menu").addEventListener("click", () => {
    const opening = byId("commands").hidden;
    closeCommands();
    if (opening) offer(store.bot.commands);
  });
  on("bot", () => (byId("menu").hidden = store.bot.commands.length === 0));
}

/** Offers the commands that begin as `text` does, as long as it can still become one. */
export function offerFor(text) {
  const wanted = text.slice(1).toLowerCase();
  const isCommand = /^\/\w*$/.test(text);
  offer(isCommand ? store.bot.commands.filter(({ command }) => command.startsWith(wanted)) : []);
}

export const closeCommands = () => offer([]);

function offer(commands) {
  const panel = byId("commands");
  panel.replaceChildren(...commands.map(optionOf));
  panel.hidden = commands.length === 0;
  byId("menu").setAttribute("aria-expanded", !panel.hidden);
  highlight(-1);
}

function optionOf({ command, description }) {
  return el("button", {
    type: "button",
    role: "option",
    id: `command-${command}`,
    class: "command",
    "data-testid": "command",
    "data-command": command,
    onclick: () => choose(`/${command}`),
  }, el("span", {}, description), el("code", {}, `/${command}`));
}

/** Moves the highlight for an arrow key; says whether there was a list to move in. */
export function moveHighlight(key) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  const { length } = byId("commands").children;
  if (!length || !step) return false;
  const from = highlighted < 0 && step < 0 ? 0 : highlighted;
  highlight((from + step + length) % length);
  return true;
}

/** The option highlighted now, or undefined. */
export const highlightedOption = () => byId("commands").children[highlighted];

function highlight(index) {
  highlighted = index;
  [...byId("commands").children].forEach((option, at) => option.setAttribute("aria-selected", at === index));
  const option = highlightedOption();
  option?.scrollIntoView({ block: "nearest" });
  if (option) byId("composer").setAttribute("aria-activedescendant", option.id);
  else byId("composer").removeAttribute("aria-activedescendant");
}
