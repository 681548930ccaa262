// What the service put into the page (words, account, whom to call), and helpers that change the page.
import type { WordKey } from "./words.ts";

export interface Given {
  language: "zh" | "en";
  account: string;
  prefix: string;
  call: { name: string; phone: string } | null;
  words: Record<WordKey, string>;
}

export const given: Given = JSON.parse(document.getElementById("given")?.textContent ?? "{}") as Given;

/** A text in the page's language; `{0}`, `{1}` … are replaced by `put`. */
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

/** Shows a warning once, also to screen readers. Another text under the same key replaces it; null removes it. */
export function warn(key: string, text: string | null): void {
  const box = $("warnings");
  const old = box.querySelector(`[data-key="${key}"]`);
  if (old?.textContent === text) return;
  old?.remove();
  if (text !== null) box.append(el("p", { "data-key": key }, text));
}

/** A sign for people who do not see the colour. */
export const icon = (code: string, colour: string): string =>
  colour === "green" ? "✓" : colour === "red" ? "✕" : code === "emergency" ? "!" : "?";
