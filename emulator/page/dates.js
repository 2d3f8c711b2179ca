// Everything is shown in western Indonesian time, wherever the browser is.
const ZONE = { timeZone: "Asia/Jakarta" };
const format = (options, locale = "id-ID") => {
  const formatter = new Intl.DateTimeFormat(locale, { ...ZONE, ...options });
  return (seconds) => formatter.format(new Date(seconds * 1000));
};
const DAY_S = 86_400;

/** All take seconds since the epoch. */
export const timeOf = format({ hour: "2-digit", minute: "2-digit" });
export const dayKey = format({}, "en-CA");
export const fullStamp = format({ dateStyle: "full", timeStyle: "short" });
export const clockFace = format({ weekday: "short", day: "numeric", month: "short" });
const longDay = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const weekday = format({ weekday: "short" });
const shortDay = format({ day: "numeric", month: "short" });

/** The separator's words: "Hari ini", "Kemarin" or the whole date. */
export function dayTitle(seconds, now) {
  if (dayKey(seconds) === dayKey(now)) return "Hari ini";
  if (dayKey(seconds) === dayKey(now - DAY_S)) return "Kemarin";
  return longDay(seconds);
}

/** For the list of people: the time today, the weekday within a week, else the date. */
export function shortStamp(seconds, now) {
  if (dayKey(seconds) === dayKey(now)) return timeOf(seconds);
  return Math.abs(now - seconds) < 6 * DAY_S ? weekday(seconds) : shortDay(seconds);
}

/** "1 hari 2 jam" out of a number of seconds: its two largest units, the sign left to the caller. */
export function span(seconds) {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const parts = [
    [Math.floor(minutes / 1440), "hari"],
    [Math.floor((minutes % 1440) / 60), "jam"],
    [minutes % 60, "menit"],
  ];
  return parts.filter(([count]) => count).map(([count, unit]) => `${count} ${unit}`).slice(0, 2).join(" ");
}
