// Times for people: Asia/Shanghai and 24 hours, whatever the phone is set to.
import { say } from "./page.ts";

const china = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Shanghai", hourCycle: "h23", ...options });
const clockForm = china({ hour: "2-digit", minute: "2-digit" });
const secondForm = china({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const dayForm = china({ month: "2-digit", day: "2-digit" });

export const clock = (at: string | number): string => clockForm.format(new Date(at));

export const seconds = (at: string | number): string => secondForm.format(new Date(at));

export const day = (at: string | number): string => dayForm.format(new Date(at)).split("/").reverse().join("-");

export const moment = (at: string | number): string => `${day(at)} ${clock(at)}`;

/** `11-24 08:00 – 12:00`, or both days if they differ. */
export const span = (from: string, to: string): string => `${moment(from)} – ${day(from) === day(to) ? clock(to) : moment(to)}`;

export function duration(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  if (minutes < 1) return say("lessThanAMinute");
  if (minutes < 60) return say("minutes", minutes);
  const hours = Math.floor(minutes / 60);
  return hours >= 48
    ? say("days", Math.floor(hours / 24))
    : minutes % 60 === 0
      ? say("hours", hours)
      : say("hoursMinutes", hours, minutes % 60);
}

export const ago = (ms: number): string => (ms < 60_000 ? say("justNow") : say("ago", duration(ms)));
