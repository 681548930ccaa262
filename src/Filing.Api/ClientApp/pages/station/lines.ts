// The lines of the queue: one for each filing that waits for a decision.
import { queue } from "./desk.ts";

/** Numbers of filings whose record is held or on its way: their lines are dimmed and passed over. */
const held = new Set<string>();

export const lines = (): HTMLElement[] => [...queue.querySelectorAll<HTMLElement>(".line")];

/** The line whose filing is open. */
export const current = (): HTMLElement | null => queue.querySelector<HTMLElement>(".line[aria-current]");

export const numberOf = (line: HTMLElement): string => line.dataset["number"] ?? "";

export const lineOf = (number: string): HTMLElement | undefined => lines().find(line => numberOf(line) === number);

export const first = (): HTMLElement | undefined => lines()[0];

/** The line before (-1) or after (1) the current one, without those that are held. */
export function neighbour(step: -1 | 1): HTMLElement | undefined {
  const open = current();
  const free = lines().filter(line => line === open || !line.classList.contains("held"));
  return free[free.findIndex(line => line === open) + step];
}

export function hold(number: string): void {
  held.add(number);
  lineOf(number)?.classList.add("held");
}

export function release(number: string): void {
  held.delete(number);
  lineOf(number)?.classList.remove("held");
}

/** It is recorded: its line goes when the queue is next drawn. */
export const forget = (number: string): boolean => held.delete(number);

/** Lines that have just come from the service do not know yet that they are held. */
export const markHeld = (): void => held.forEach(hold);

/** Filings chosen to be recorded together, each by its number and version. */
export const chosen = (): string[] => [...queue.querySelectorAll<HTMLInputElement>("[name=numbers]:checked")].map(box => box.value);

export function choose(isChosen: (value: string) => boolean): void {
  for (const box of queue.querySelectorAll<HTMLInputElement>("[name=numbers]")) box.checked = isChosen(box.value);
  countChosen();
}

export function countChosen(): void {
  const count = queue.querySelector("[data-chosen]");
  if (count !== null) count.textContent = `${chosen().length}`;
}
