import { el } from "./dom.js";
import { linkTo, openable } from "./links.js";

const PLAIN_TAGS = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
};
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/**
 * A text with its Bot API entities as DOM nodes. Offsets are UTF-16 units, as JavaScript counts.
 * `sendCommand` is called with the command a person clicks on.
 */
export function formatted(text, entities, sendCommand) {
  const queue = (entities ?? [])
    .map((entity) => ({ ...entity, from: entity.offset, to: entity.offset + entity.length }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  return build({ text, queue, sendCommand }, 0, text.length);
}

function build(job, from, to) {
  const out = document.createDocumentFragment();
  let at = from;
  while (job.queue.length && job.queue[0].from < to) {
    const entity = job.queue.shift();
    if (entity.to > to) carryOver(job.queue, entity, to);
    const end = Math.min(entity.to, to);
    out.append(job.text.slice(at, entity.from));
    out.append(dress(entity, build(job, entity.from, end), job.text.slice(entity.from, end), job));
    // A block begins a line of its own; the newline that follows it would make an empty one.
    at = BLOCKS.has(entity.type) && job.text[end] === "\n" && end < to ? end + 1 : end;
  }
  out.append(job.text.slice(at, to));
  return out;
}

/** Entities that overlap without nesting are cut in two at the edge of the outer one. */
function carryOver(queue, entity, edge) {
  queue.push({ ...entity, from: edge });
  queue.sort((a, b) => a.from - b.from || b.to - a.to);
}

function dress(entity, inside, text, job) {
  const make = DRESSES[entity.type];
  if (make) return make(inside, text, entity, job);
  const tag = PLAIN_TAGS[entity.type];
  return tag ? el(tag, {}, inside) : inside;
}

const DRESSES = {
  url: (inside, text) => linkTo(openable(text), inside),
  text_link: (inside, text, entity) => linkTo(openable(entity.url), inside),
  email: (inside, text) => linkTo(openable(`mailto:${text}`), inside),
  phone_number: (inside, text) => linkTo(openable(`tel:${text.replace(/[^+\d]/g, "")}`), inside),
  mention: (inside, text) => linkTo(openable(`https://t.me/${text.slice(1)}`), inside),
  text_mention: (inside) => el("span", { class: "mention" }, inside),
  hashtag: (inside) => el("span", { class: "mention" }, inside),
  cashtag: (inside) => el("span", { class: "mention" }, inside),
  bot_command: (inside, text, entity, job) => command(inside, text, job.sendCommand),
  spoiler: (inside) => spoiler(inside),
  pre: (inside, text, entity) => codeBlock(inside, entity.language),
  blockquote: (inside) => el("blockquote", {}, inside),
  expandable_blockquote: (inside) => expandable(inside),
};

function command(inside, text, sendCommand) {
  const press = () => sendCommand(text);
  return el("button", { type: "button", class: "as-link", onclick: press }, inside);
}

function spoiler(inside) {
  const hidden = el("span", {
    class: "spoiler",
    role: "button",
    tabindex: "0",
    "aria-label": "Teks tersembunyi, tekan untuk membuka",
  }, el("span", { class: "spoiler-text", "aria-hidden": "true" }, inside));
  const reveal = (pressed) => {
    if (pressed.type === "keydown" && pressed.key !== "Enter" && pressed.key !== " ") return;
    if (!hidden.hasAttribute("role")) return;
    pressed.preventDefault();
    hidden.classList.add("revealed");
    for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name);
    hidden.firstElementChild.removeAttribute("aria-hidden");
  };
  hidden.addEventListener("click", reveal);
  hidden.addEventListener("keydown", reveal);
  return hidden;
}

function codeBlock(inside, language) {
  const label = language ? el("span", { class: "language" }, language) : null;
  return el("pre", { tabindex: "0" }, label, el("code", {}, inside));
}

function expandable(inside) {
  const quote = el("blockquote", { class: "folded" }, el("div", {}, inside));
  const toggle = el("button", { type: "button", class: "as-link", "aria-expanded": "false" }, "Selengkapnya");
  toggle.addEventListener("click", () => {
    const open = !quote.classList.toggle("folded");
    toggle.textContent = open ? "Ringkas" : "Selengkapnya";
    toggle.setAttribute("aria-expanded", open);
  });
  quote.append(toggle);
  return quote;
}
