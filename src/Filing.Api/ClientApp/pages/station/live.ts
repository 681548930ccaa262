// Queue and pane follow what happens elsewhere, and an emergency filing is announced on top of the page.
import { button } from "../shared/dom.ts";
import { alarm, openNumber, queue, say } from "./desk.ts";
import { choose, chosen, current, markHeld } from "./lines.ts";
import { follow, forgetReady, showFiling } from "./pane.ts";

/** What may change the queue. `open` and `reset`: events may have been missed. */
const events = ["open", "review-requested", "review-ended", "filing-decided", "reset"];

interface Emergency {
  number: string;
  site: string;
}

const emergencies = (): Emergency[] =>
  [...queue.querySelectorAll<HTMLElement>("[data-emergencies] li")].map(item => ({
    number: item.dataset["number"] ?? "",
    site: item.textContent,
  }));

/** Emergencies that came with the page or were announced. */
const known = new Set(emergencies().map(({ number }) => number));

let stream: EventSource | undefined;

/** Starts the stream of events, if the browser has given it up. */
export function listen(): void {
  if (stream !== undefined && stream.readyState !== EventSource.CLOSED) return;
  stream = new EventSource("/api/v1/events");
  for (const event of events) stream.addEventListener(event, () => void refresh());
}

let drawing: Promise<boolean> = Promise.resolve(true);

/** Draws the page of the queue that the address names, one drawing after the other. True if it was drawn. */
export function refresh(isTurned = false): Promise<boolean> {
  drawing = drawing.then(() => draw(isTurned));
  return drawing;
}

/** @param isTurned Somebody turned the page: it need not be the one that has the open filing. */
async function draw(isTurned: boolean): Promise<boolean> {
  const asked = new URLSearchParams(location.search);
  const number = openNumber();
  asked.delete("n");
  if (number !== null && !isTurned) asked.set("n", number);
  asked.set("handler", "List");
  forgetReady();
  const answer = await fetch(`/station?${asked}`).catch(() => null);
  if (!answer?.ok || answer.redirected) return false;
  const html = await answer.text();
  const before = new Set(chosen());
  const wasOpen = queue.querySelector<HTMLDetailsElement>(".batch-do")?.open === true;
  const hadFocus = queue.contains(document.activeElement);
  queue.innerHTML = html;
  choose(value => before.has(value));
  const sure = queue.querySelector<HTMLDetailsElement>(".batch-do");
  if (sure !== null) sure.open = wasOpen;
  await follow();
  markHeld();
  announce();
  if (hadFocus) current()?.querySelector("a")?.focus();
  return true;
}

function announce(): void {
  const waiting = emergencies();
  const fresh = waiting.find(({ number }) => !known.has(number));
  if (fresh !== undefined) warn(fresh);
  else if (waiting.every(({ number }) => number === openNumber())) alarm.replaceChildren();
}

function warn({ number, site }: Emergency): void {
  known.add(number);
  const open = button(say("open"), () => {
    alarm.replaceChildren();
    void showFiling(number);
  });
  alarm.replaceChildren(`${say("emergency")} ${site} `, open);
  document.title = `❗ ${document.title.replace(/^❗ /, "")}`;
}
