// The station's desk: a filing opens without a new page, a record can be undone for five seconds, the queue is live.
import { closest } from "./shared/dom.ts";
import { pane, queue } from "./station/desk.ts";
import { record, sendAll, undoLast } from "./station/holding.ts";
import { choose, countChosen, first, neighbour } from "./station/lines.ts";
import { listen, refresh } from "./station/live.ts";
import { goToReturn, prefetchNext, previewReturn, show } from "./station/pane.ts";

const showNext = (): void => void show(neighbour(1) ?? first());

const keys: Record<string, () => void> = {
  a: record,
  r: goToReturn,
  j: showNext,
  k: () => void show(neighbour(-1)),
  z: undoLast,
};

queue.addEventListener("click", event => {
  const line = closest(event, ".line-link")?.closest<HTMLElement>(".line") ?? null;
  if (line !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    void show(line);
  }

  if (closest(event, "[data-all]") !== null) choose(() => true);
});

queue.addEventListener("change", countChosen);

pane.addEventListener("submit", event => {
  if (closest(event, "[data-record]") === null) return;
  event.preventDefault();
  record();
});

pane.addEventListener("input", event => {
  if (closest(event, "[data-return-form]") !== null) previewReturn();
});

pane.addEventListener("click", event => {
  if (closest(event, "[data-skip]") !== null) showNext();
  if (closest(event, "[data-return]") !== null) {
    event.preventDefault();
    goToReturn();
  }
});

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || closest(event, "input:not([type=checkbox]), textarea, select") !== null) return;
  const act = keys[event.key.toLowerCase()];
  if (act === undefined) return;
  event.preventDefault();
  act();
});

addEventListener("pagehide", sendAll);

addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  void refresh();
  listen();
});

listen();
prefetchNext();
