// What was done without a network and what came of it.
import { $, button, el, given, icon, say } from "./page.ts";
import { moment } from "./moments.ts";
import { display } from "./plate.ts";
import type { Item } from "./queue.ts";
import type { WordKey } from "./words.ts";

export const isWaiting = (item: Item): boolean => item.state === "waiting" || item.state === "told";

export function drawItems(items: Item[], dismiss: (item: Item) => void): void {
  const waiting = items.filter(isWaiting).length;
  $("to-items").hidden = items.length === 0;
  $("to-items").textContent = waiting > 0 ? say("waiting", waiting) : say("itemsLink");
  $("to-items").classList.toggle("busy", waiting > 0);
  $("item-list").replaceChildren(...items.map(item => draw(item, dismiss)));
  $("no-items").hidden = items.length > 0;
}

function draw(item: Item, dismiss: (item: Item) => void): HTMLElement {
  const head = el(
    "p",
    { class: "head" },
    el("b", { class: "plate" }, display(item.plate)),
    ` ${say(`item.${item.kind}`)} · ${moment(item.at ?? item.madeMs)}`,
  );
  const said =
    item.kind === "check" ? el("p", {}, `${say("item.said")} ${say(item.said === "green" ? "item.saidGreen" : "item.saidAmber")}`) : null;
  const state =
    item.account !== given.account && isWaiting(item)
      ? say("item.other", item.account)
      : item.state === "refused"
        ? `${say("item.refused")} ${item.refusal ?? ""}`
        : isWaiting(item)
          ? say(`item.${item.state}` as WordKey)
          : null;
  const result =
    item.verdict === null
      ? null
      : el(
          "p",
          { class: `result ${item.verdict.colour}` },
          el("b", {}, `${icon(item.verdict.code, item.verdict.colour)} ${say(`word.${item.verdict.code}` as WordKey)}`),
          ` ${item.verdict.sentences[given.language]}`,
        );
  return el(
    "li",
    {},
    head,
    said,
    item.note === "" ? null : el("p", { class: "note" }, item.note),
    state === null ? null : el("p", { class: "state" }, state),
    result,
    isWaiting(item) ? null : button(say("item.dismiss"), "small", () => dismiss(item)),
  );
}
