// What an officer did on the roadside that the service has yet to hear of.
import type { Verdict } from "./server.ts";

export const activities = ["passing", "working", "discharging"] as const;

export type Activity = (typeof activities)[number];

/** A check answered from the list, or an on-site record. `at` is null if no clock could be trusted at the time. */
export interface Item {
  id: string;
  kind: "check" | "record";
  account: string;
  plate: string;
  madeMs: number;
  at: string | null;
  said: string;
  activity: Activity;
  point: { lat: number; lon: number } | null;
  note: string;
  photo: Blob | null;
  state: "waiting" | "told" | "answered" | "refused";
  verdict: Verdict | null;
  refusal: string | null;
}

/** `told`: the service has the record but has not yet given its verdict. */
export const isWaiting = (item: Item): boolean => item.state === "waiting" || item.state === "told";

type Made = Pick<Item, "kind" | "account" | "plate" | "madeMs" | "said" | "activity" | "point"> &
  Partial<Pick<Item, "note" | "photo">> & { atMs: number | null };

/** Old browsers have no randomUUID. */
const unique = (): string =>
  crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");

/** The id is made here, so the service recognises an item that is sent twice. */
export const newItem = ({ atMs, ...made }: Made): Item => ({
  id: `roadside-${unique()}`,
  at: atMs === null ? null : new Date(atMs).toISOString(),
  note: "",
  photo: null,
  state: "waiting",
  verdict: null,
  refusal: null,
  ...made,
});
