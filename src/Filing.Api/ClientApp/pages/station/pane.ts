// The open filing. The next one is fetched while somebody reads this one.
import { need } from "../shared/dom.ts";
import { pane } from "./desk.ts";
import { lines, neighbour, numberOf } from "./lines.ts";

/** Panes that were fetched ahead; null if that failed. */
const ready = new Map<string, Promise<string | null>>();

export async function show(line: HTMLElement | undefined): Promise<void> {
  if (line === undefined) return;
  const link = need<HTMLAnchorElement>("a", line);
  for (const other of lines()) other.removeAttribute("aria-current");
  line.setAttribute("aria-current", "true");
  line.scrollIntoView({ block: "nearest" });
  const html = await paneOf(numberOf(line));
  ready.delete(numberOf(line));
  if (html === null) {
    location.href = link.href;
    return;
  }

  pane.innerHTML = html;
  history.replaceState(null, "", link.href);
  pane.focus({ preventScroll: true });
  prefetchNext();
}

export function prefetchNext(): void {
  const next = neighbour(1);
  if (next !== undefined) void paneOf(numberOf(next));
}

function paneOf(number: string): Promise<string | null> {
  const known = ready.get(number);
  if (known !== undefined) return known;
  const fetched = fetchPane(number);
  ready.set(number, fetched);
  return fetched;
}

async function fetchPane(number: string): Promise<string | null> {
  const answer = await fetch(`/station?handler=Pane&n=${encodeURIComponent(number)}`).catch(() => null);
  if (answer?.ok && !answer.redirected) return await answer.text();
  ready.delete(number);
  return null;
}

export function goToReturn(): void {
  const reason = pane.querySelector<HTMLElement>("[name=reasons]");
  reason?.closest("section")?.scrollIntoView({ block: "nearest" });
  reason?.focus();
}

/** The reasons of a return as the clerk will read them. */
export function previewReturn(): void {
  const chosen = [...pane.querySelectorAll<HTMLElement>("[name=reasons]:checked")].map(reason => reason.dataset["say"] ?? "");
  const own = need<HTMLTextAreaElement>("#other", pane)
    .value.split("\n")
    .map(text => text.trim());
  const items = [...chosen, ...own.filter(text => text !== "")].map(text => {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  });
  need("[data-preview]", pane).replaceChildren(...items);
}
