// The parts of the station's desk that stay while their contents change.
import { need } from "../shared/dom.ts";

export const desk = need("[data-desk]");
export const queue = need("#queue");
export const pane = need("#pane");
export const alarm = need("#alarm");

type Word = "held" | "undo" | "undone" | "failed" | "signedOut" | "emergency" | "open" | "count";

export const say = (word: Word): string => desk.dataset[word] ?? "";

/** The number of the filing that lies open; null where none does. */
export const openNumber = (): string | null => pane.querySelector<HTMLElement>("[data-pane]")?.dataset["pane"] || null;
