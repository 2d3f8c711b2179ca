import { byId } from "./dom.js";

const NEAR_END_PX = 80;

// While it is stuck to the end, the conversation follows every new message and change of height.
let stuck = true;
let missed = 0;
let lastTop = 0;

/** Keeps the conversation's end in view until the reader scrolls up. */
export function startFollowing() {
  byId("scroll").addEventListener("scroll", scrolled);
  byId("to-end").addEventListener("click", () => goToEnd("smooth"));
  // A picture or the phone's keyboard changes heights after the drawing.
  const heights = new ResizeObserver(() => stuck && goToEnd());
  heights.observe(byId("messages"));
  heights.observe(byId("scroll"));
}

/** Only moving up lets go of the end: a growing page also leaves it, but by itself. */
function scrolled() {
  const { scrollTop } = byId("scroll");
  if (nearEnd()) {
    stuck = true;
    showMissed(0);
  } else if (scrollTop < lastTop) {
    stuck = false;
  }
  lastTop = scrollTop;
}

function nearEnd() {
  const { scrollHeight, scrollTop, clientHeight } = byId("scroll");
  return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
}

/** Goes to the last message and follows from there. */
export function goToEnd(behavior = "instant") {
  stuck = true;
  showMissed(0);
  const scroll = byId("scroll");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scroll.scrollTo({ top: scroll.scrollHeight, behavior: calm ? "instant" : behavior });
}

/** Makes a change to the conversation without losing its end. */
export function keepingEnd(change) {
  const follow = stuck;
  change();
  if (follow) goToEnd();
}

/** A message came; it counts as missed while the reader is further up. */
export function countMissed() {
  if (!stuck) showMissed(missed + 1);
}

function showMissed(count) {
  missed = count;
  byId("to-end").hidden = count === 0;
  byId("to-end-count").textContent = count || "";
}
