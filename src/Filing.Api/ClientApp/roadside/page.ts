// What the page brought along: its words, who is signed in, whom to call; and the few ways of touching it.
import type { WordKey } from "./words.ts";

export interface Given {
  language: "zh" | "en";
  account: string;
  prefix: string;
  call: { name: string; phone: string } | null;
  words: Record<WordKey, string>;
}

export const given: Given = JSON.parse(document.getElementById("given")?.textContent ?? "{}") as Given;

/** A word of the page in its language, with what it speaks of put in. */
export const say = (key: WordKey, ...put: (string | number)[]): string =>
  (given.words[key] ?? key).replace(/\{(\d)\}/g, (_, n: string) => String(put[Number(n)] ?? ""));

export function $<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found as T;
}

type Child = Node | string | null;

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  set: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(set)) made.setAttribute(name, value);
  made.append(...children.filter((child): child is Node | string => child !== null));
  return made;
}

export function button(text: string, kind: string, act: () => void): HTMLButtonElement {
  const made = el("button", { type: "button", class: kind }, text);
  made.addEventListener("click", act);
  return made;
}

/** Said once, by sight and by screen reader; the next one takes its place. */
export function warn(key: string, text: string | null): void {
  const box = $("warnings");
  const old = box.querySelector(`[data-key="${key}"]`);
  if (old?.textContent === text) return;
  old?.remove();
  if (text !== null) box.append(el("p", { "data-key": key }, text));
}

/** Beside the colour, for who does not see it: cleared, not cleared, may go on for now, not known. */
export const icon = (code: string, colour: string): string =>
  colour === "green" ? "✓" : colour === "red" ? "✕" : code === "emergency" ? "!" : "?";
