// The list answer: what the signed list says about a plate at a moment. It is never a verdict (R3).
// It is never red either: a list cannot know what is not on it.
import type { Area } from "./server.ts";

/** One permission of one truck; `sites` and `plant` are indexes into the list's places. */
export interface Entry {
  plate: string;
  colour: string;
  source: string;
  number: string;
  from: string;
  to: string;
  sites: number[];
  plant: number;
}

export interface List {
  madeAt: string;
  until: string;
  position: number;
  keyId: string;
  places: Area[];
  entries: Entry[];
}

export type ListCode = "listed" | "list-old" | "other-window" | "not-listed" | "no-list" | "no-clock";

export interface ListAnswer {
  code: ListCode;
  colour: "green" | "amber";
  entries: Entry[];
  ageMs: number | null;
}

/** Up to this age a list may say green. */
export const freshMs = 4 * 3600_000;

/** A list from the future means that the clock is wrong. Up to this much is only the clocks' resolution. */
const grainMs = 2_000;

/** @param now the trusted present in milliseconds, null when no clock can be trusted. */
export function answerFrom(list: List | null, plate: string, now: number | null): ListAnswer {
  if (list === null) return amber("no-list", [], null);
  const ageMs = now === null ? null : now - Date.parse(list.madeAt);
  const own = list.entries.filter(entry => entry.plate === plate);
  if (now === null || ageMs === null || ageMs < -grainMs) return amber("no-clock", own, null);
  const covering = own.filter(entry => Date.parse(entry.from) <= now && now <= Date.parse(entry.to));
  if (covering.length === 0) return amber(own.length > 0 ? "other-window" : "not-listed", own, ageMs);
  return ageMs <= freshMs ? { code: "listed", colour: "green", entries: covering, ageMs } : amber("list-old", covering, ageMs);
}

export const platesOf = (list: List, number: string): string[] => [
  ...new Set(list.entries.filter(entry => entry.number === number).map(entry => entry.plate)),
];

const amber = (code: ListCode, entries: Entry[], ageMs: number | null): ListAnswer => ({ code, colour: "amber", entries, ageMs });
