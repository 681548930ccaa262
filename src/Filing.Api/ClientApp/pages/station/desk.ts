// The parts of the station's desk that stay while their contents change.
import { need } from "../shared/dom.ts";

const desk = need("[data-desk]");

export const queue = need("#queue");
export const pane = need("#pane");
export const alarm = need("#alarm");

export const say = (word: "held" | "undo" | "undone" | "failed" | "signedOut" | "emergency" | "open"): string => desk.dataset[word] ?? "";
