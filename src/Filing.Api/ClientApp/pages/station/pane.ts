// The open filing. The next one is fetched while somebody reads this one.
import { need } from "../shared/dom.ts";
import { desk, openNumber, pane } from "./desk.ts";
import { first, lineOf, lines, markHeld, neighbour, numberOf } from "./lines.ts";

/** Panes that were fetched ahead; null if that failed. */
const ready = new Map<string, Promise<string | null>>();

/** The newest wish: an answer to an older one comes too late. */
let wish = 0;

export const show = async (line: HTMLElement | undefined): Promise<void> => {
  if (line !== undefined) await showFiling(numberOf(line));
};

/** Opens a filing, whether it is on this page of the queue or not. */
export async function showFiling(number: string): Promise<void> {
  const mine = ++wish;
  for (const other of lines()) other.removeAttribute("aria-current");
  const line = lineOf(number);
  line?.setAttribute("aria-current", "true");
  line?.scrollIntoView({ block: "nearest" });
  desk.classList.add("loading");
  const html = await paneOf(number);
  ready.delete(number);
  if (mine !== wish) return;
  desk.classList.remove("loading");
  if (html === null) {
    location.href = addressOf(number);
    return;
  }

  draw(html);
  const isNewPage = !desk.classList.contains("asked") && isOneAtATime();
  history[isNewPage ? "pushState" : "replaceState"](null, "", addressOf(number));
  desk.classList.add("asked");
  pane.focus({ preventScroll: true });
  if (isOneAtATime()) scrollTo(0, 0);
  prefetchNext();
}

/** The list alone, where there is no room for both. */
export const showList = (): void => desk.classList.remove("asked");

export const isOneAtATime = (): boolean => matchMedia("(max-width: 61.99rem)").matches;

/** What lies open is drawn again if somebody has acted upon it; what is written in it stays otherwise. */
export async function follow(): Promise<void> {
  const number = openNumber();
  if (number === null) {
    // Nobody asked for a filing, and there was none.
    if (!isOneAtATime()) await show(first());
    return;
  }

  const mine = wish;
  const html = await fetchPane(number);
  if (html === null || mine !== wish || openNumber() !== number) return;
  const fresh = new DOMParser().parseFromString(html, "text/html");
  if (stateOf(fresh) !== stateOf(pane)) draw(html);
}

const stateOf = (within: ParentNode): string => {
  const state = within.querySelector<HTMLElement>("[data-pane]")?.dataset ?? {};
  return `${state["pane"]} ${state["version"]} ${state["status"]}`;
};

function draw(html: string): void {
  pane.innerHTML = html;
  markHeld();
}

function addressOf(number: string): string {
  const asked = new URLSearchParams(location.search);
  asked.delete("handler");
  asked.set("n", number);
  return `/station?${asked}`;
}

export function prefetchNext(): void {
  const next = neighbour(1);
  if (next !== undefined) void paneOf(numberOf(next));
}

/** Something has happened: what was fetched ahead may be old. */
export const forgetReady = (): void => ready.clear();

function paneOf(number: string): Promise<string | null> {
  const known = ready.get(number);
  if (known !== undefined) return known;
  const fetched = fetchPane(number);
  ready.set(number, fetched);
  return fetched;
}

async function fetchPane(number: string): Promise<string | null> {
  const answer = await fetch(`${addressOf(number)}&handler=Pane`).catch(() => null);
  if (answer?.ok && !answer.redirected) return await answer.text();
  ready.delete(number);
  return null;
}

export function goToReturn(): void {
  const reason = pane.querySelector<HTMLElement>("[name=reasons]");
  if (reason === null || desk.classList.contains("loading")) return;
  reason.closest("form")?.scrollIntoView({ block: "nearest" });
  reason.focus();
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
