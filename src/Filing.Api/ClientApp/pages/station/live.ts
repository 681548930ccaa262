// The queue follows what happens elsewhere, and an emergency filing is announced on top of the page.
import { button, need } from "../shared/dom.ts";
import { alarm, pane, queue, say } from "./desk.ts";
import { choose, chosen, current, first, lineOf, lines, markHeld, numberOf } from "./lines.ts";
import { show } from "./pane.ts";

/** What may change the queue. `open` and `reset`: events may have been missed. */
const events = ["open", "review-requested", "review-ended", "filing-decided", "reset"];

const isEmergency = (line: HTMLElement): boolean => line.dataset["emergency"] !== undefined;

/** Emergencies that came with the page or were announced. */
const known = new Set(lines().filter(isEmergency).map(numberOf));

let stream: EventSource | undefined;

/** Starts the stream of events, if the browser has given it up. */
export function listen(): void {
  if (stream !== undefined && stream.readyState !== EventSource.CLOSED) return;
  stream = new EventSource("/api/v1/events");
  for (const event of events) stream.addEventListener(event, () => void refresh());
}

export async function refresh(): Promise<void> {
  const filter = new URLSearchParams(location.search).get("show");
  const open = current();
  const number = open === null ? "" : numberOf(open);
  const answer = await fetch(`/station?handler=List&show=${filter ?? "all"}&n=${number}`).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const html = await answer.text();
  const before = new Set(chosen());
  const hadFocus = queue.contains(document.activeElement);
  queue.innerHTML = html;
  markHeld();
  choose(value => before.has(value));
  if (pane.querySelector("[data-acts]") === null) void show(first());
  announce(filter !== null);
  if (hadFocus) current()?.querySelector("a")?.focus();
}

function announce(isFiltered: boolean): void {
  const emergencies = lines().filter(isEmergency);
  const fresh = emergencies.find(line => !known.has(numberOf(line)));
  if (fresh !== undefined) warn(fresh);
  // A filtered queue does not show every emergency: it cannot say that there is none.
  else if (!isFiltered && emergencies.every(line => line === current())) alarm.replaceChildren();
}

function warn(line: HTMLElement): void {
  const number = numberOf(line);
  known.add(number);
  const open = button(say("open"), () => {
    alarm.replaceChildren();
    void show(lineOf(number));
  });
  alarm.replaceChildren(`${say("emergency")} ${need("strong", line).textContent} `, open);
  document.title = `❗ ${document.title.replace(/^❗ /, "")}`;
}
