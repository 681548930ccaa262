// The lines of the queue: one for each filing of this page of it that waits for a decision.
import { openNumber, pane, queue, say } from "./desk.ts";

/** Numbers of filings whose record is held or on its way: their lines are dimmed and passed over. */
const held = new Set<string>();

export const lines = (): HTMLElement[] => [...queue.querySelectorAll<HTMLElement>(".line")];

/** The line whose filing is open, or is about to be. */
export const current = (): HTMLElement | null => queue.querySelector<HTMLElement>(".line[aria-current]");

export const numberOf = (line: HTMLElement): string => line.dataset["number"] ?? "";

export const lineOf = (number: string): HTMLElement | undefined => lines().find(line => numberOf(line) === number);

const free = (): HTMLElement[] => lines().filter(line => !line.classList.contains("held"));

export const first = (): HTMLElement | undefined => free()[0];

export const last = (): HTMLElement | undefined => free().at(-1);

/** The line before (-1) or after (1) the current one, without those that are held. */
export function neighbour(step: -1 | 1): HTMLElement | undefined {
  const open = current();
  const among = lines().filter(line => line === open || !line.classList.contains("held"));
  return among[among.findIndex(line => line === open) + step];
}

export function hold(number: string): void {
  held.add(number);
  mark(number, true);
}

export function release(number: string): void {
  held.delete(number);
  mark(number, false);
}

/** It is recorded: its line goes when the queue is next drawn. */
export const forget = (number: string): boolean => held.delete(number);

/** Lines and panes that have just come from the service do not know yet that they are held. */
export const markHeld = (): void => held.forEach(number => mark(number, true));

function mark(number: string, isHeld: boolean): void {
  lineOf(number)?.classList.toggle("held", isHeld);
  if (openNumber() !== number) return;
  for (const button of pane.querySelectorAll<HTMLButtonElement>("[data-record] .primary, [data-return-form] button")) {
    button.disabled = isHeld;
  }
}

/** Filings chosen to be recorded together, each by its number and version. */
export const chosen = (): string[] => [...queue.querySelectorAll<HTMLInputElement>("[name=numbers]:checked")].map(box => box.value);

export function choose(isChosen: (value: string) => boolean): void {
  for (const box of queue.querySelectorAll<HTMLInputElement>("[name=numbers]")) box.checked = isChosen(box.value);
  countChosen();
}

export function countChosen(): void {
  const count = `${chosen().length}`;
  const place = queue.querySelector("[data-chosen]");
  const sure = queue.querySelector("[data-sure]");
  if (place !== null) place.textContent = count;
  if (sure !== null) sure.textContent = say("count").replace("{0}", count);
}
