const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 5000;

/**
 * Follows the emulator's events for ever: `opened` after each (re)connection,
 * `event` with each decoded event, `lost` when the line breaks.
 */
export function follow({ opened, event, lost }) {
  let delay = FIRST_DELAY_MS;
  const connect = () => {
    const source = new EventSource("/sim/events");
    source.onopen = () => {
      delay = FIRST_DELAY_MS;
      opened();
    };
    source.onmessage = (frame) => event(JSON.parse(frame.data));
    // The browser's own retry gives up on an error status, so each retry is a new source.
    source.onerror = () => {
      source.close();
      lost();
      setTimeout(connect, delay);
      delay = Math.min(delay * 2, LONGEST_DELAY_MS);
    };
  };
  connect();
}
