// The station's desk: a filing opens without a new page, a record can be undone for five seconds, the queue is live.
import { showContacts } from "./shared/contact.ts";
import { closest } from "./shared/dom.ts";
import { desk, pane, queue } from "./station/desk.ts";
import { record, recordChosen, sendAll, undoLast } from "./station/holding.ts";
import { listenForKeys } from "./station/keys.ts";
import { choose, countChosen, current, first, last, neighbour } from "./station/lines.ts";
import { listen, refresh } from "./station/live.ts";
import { goToReturn, prefetchNext, previewReturn, show, showFiling, showList } from "./station/pane.ts";

/** The line after or before the open one, over the end of the page too. True if there is one. */
async function step(by: -1 | 1): Promise<boolean> {
  const line = current() === null && by === 1 ? first() : neighbour(by);
  if (line !== undefined) {
    await show(line);
    return true;
  }

  const leaf = queue.querySelector<HTMLElement>(by === 1 ? "[rel=next]" : "[rel=prev]");
  if (leaf === null || !(await turn(leaf.dataset["after"] ?? ""))) return false;
  await show(by === 1 ? first() : last());
  return true;
}

function turn(after: string): Promise<boolean> {
  const asked = new URLSearchParams(location.search);
  asked.delete("after");
  if (after !== "") asked.set("after", after);
  history.replaceState(null, "", `/station?${asked}`);
  return refresh(true);
}

async function goOn(): Promise<void> {
  if (!(await step(1))) await show(neighbour(-1));
}

const recordThis = (): void => record(() => void goOn());

listenForKeys(
  {
    KeyA: recordThis,
    KeyR: goToReturn,
    KeyJ: () => void step(1),
    KeyK: () => void step(-1),
    KeyZ: undoLast,
  },
  ["KeyJ", "KeyK"],
  () => pane.focus({ preventScroll: true }),
);

queue.addEventListener("click", event => {
  const line = closest(event, ".line-link")?.closest<HTMLElement>(".line") ?? null;
  if (line !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    void show(line);
  }

  if (closest(event, "[data-all]") !== null) choose(() => true);
});

queue.addEventListener("change", countChosen);

queue.addEventListener("submit", event => {
  if (!(event.target instanceof HTMLFormElement)) return;
  event.preventDefault();
  recordChosen(event.target);
});

pane.addEventListener("submit", event => {
  if (closest(event, "[data-record]") === null) return;
  event.preventDefault();
  recordThis();
});

pane.addEventListener("input", event => {
  if (closest(event, "[name=reasons], #other") !== null) previewReturn();
});

pane.addEventListener("click", event => {
  if (closest(event, "[data-skip]") !== null) void step(1);
  if (closest(event, "[data-return]") !== null) goToReturn();
});

showContacts(pane);

addEventListener("popstate", () => {
  const number = new URLSearchParams(location.search).get("n");
  if (number === null) return showList();
  desk.classList.add("asked");
  void showFiling(number);
});

addEventListener("pagehide", sendAll);

addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  void refresh();
  listen();
});

listen();
prefetchNext();
