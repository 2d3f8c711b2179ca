/**
 * Builds an element. `props` are attributes; `onclick` and the like are listeners;
 * true means an attribute without value; null, undefined and false leave it out.
 * Strings among `children` become text nodes, so nothing is ever parsed as HTML.
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child || child === 0));
  return node;
}

export const byId = (id) => document.getElementById(id);

const SVG = "http://www.w3.org/2000/svg";

/** An icon of the sprite in index.html; hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

/** Makes `parent` hold exactly `wanted`, moving as little as possible so that focus survives. */
export function place(parent, wanted) {
  const kept = new Set(wanted);
  for (const child of [...parent.childNodes]) if (!kept.has(child)) child.remove();
  wanted.forEach((node, index) => {
    const there = parent.childNodes[index] ?? null;
    if (there !== node) parent.insertBefore(node, there);
  });
}

const HUES = [168, 28, 262, 338, 205, 96, 12, 300];

/** A round sign with a person's initials, its colour fixed by the id. */
export function avatar(id, name) {
  const initials = name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("");
  const sign = el("span", { class: "avatar", "aria-hidden": "true" }, initials.toUpperCase());
  sign.style.setProperty("--hue", HUES[Math.abs(id) % HUES.length]);
  return sign;
}
