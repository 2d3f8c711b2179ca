// Loaded before the first paint, so that a chosen theme never flashes the other one.
const KEY = "emulator.theme";
const ORDER = ["auto", "light", "dark"];
const NAMES = { auto: "ikut perangkat", light: "terang", dark: "gelap" };

const chosen = () => {
  const stored = localStorage.getItem(KEY);
  return ORDER.includes(stored) ? stored : "auto";
};

function apply(theme) {
  document.documentElement.dataset.theme = theme;
}

/** The button goes round: the device's theme, light, dark. */
export function startThemeSwitch(button) {
  const label = () => {
    const words = `Tema: ${NAMES[chosen()]}`;
    button.setAttribute("aria-label", words);
    button.title = words;
  };
  button.addEventListener("click", () => {
    localStorage.setItem(KEY, ORDER[(ORDER.indexOf(chosen()) + 1) % ORDER.length]);
    apply(chosen());
    label();
  });
  label();
}

apply(chosen());
