// The lines about the list's age and the phone's clock.
import { noticeableMs, type TrustedClock } from "./clock.ts";
import { freshMs } from "./list.ts";
import type { Lists } from "./lists.ts";
import { ago, clock as clockTime, duration } from "./moments.ts";
import { $, say, warn } from "./page.ts";

export function drawStatus(lists: Lists, clock: TrustedClock): void {
  $("list-line").textContent = listLine(lists, clock.now());
  warn("clock", clockWarning(lists, clock));
}

function listLine({ list, state }: Lists, now: number | null): string {
  if (list === null) return say(state === "forged" ? "listForged" : "listNone");
  const age = now === null ? null : now - Date.parse(list.madeAt);
  const isOld = age !== null && age > freshMs;
  return say(isOld ? "listOld" : "listLine", list.entries.length, clockTime(list.madeAt), age === null ? "" : ago(age));
}

function clockWarning({ list }: Lists, clock: TrustedClock): string | null {
  const ahead = clock.ahead();
  if (ahead === null) return list === null ? null : say("clockUnknown");
  if (Math.abs(ahead) <= noticeableMs) return null;
  return say(ahead > 0 ? "clockFast" : "clockSlow", duration(Math.round(ahead / 60_000) * 60_000));
}
