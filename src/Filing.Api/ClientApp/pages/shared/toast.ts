import { need } from "./dom.ts";

/** Shows a sentence at the bottom of the page and has screen readers read it. With `ms` 0 it stays until it is removed. */
export function toast(text: string, kind: "info" | "bad" = "info", ms = 6000): HTMLElement {
  const note = document.createElement("div");
  note.className = `toast ${kind}`;
  note.textContent = text;
  need("#toasts").append(note);
  if (ms > 0) setTimeout(() => note.remove(), ms);
  return note;
}
