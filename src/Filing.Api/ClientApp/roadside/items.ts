// The list of what was done without a network, with the results.
import { isWaiting, type Item } from "./item.ts";
import { $, button, el, given, icon, say } from "./page.ts";
import { moment } from "./moments.ts";
import { display } from "./plate.ts";
import type { Verdict } from "./server.ts";
import type { WordKey } from "./words.ts";

export function drawItems(items: Item[], dismiss: (item: Item) => void): void {
  const waiting = items.filter(isWaiting).length;
  $("to-items").hidden = items.length === 0;
  $("to-items").textContent = waiting > 0 ? say("waiting", waiting) : say("itemsLink");
  $("to-items").classList.toggle("busy", waiting > 0);
  $("item-list").replaceChildren(...items.map(item => draw(item, dismiss)));
  $("no-items").hidden = items.length > 0;
}

function draw(item: Item, dismiss: (item: Item) => void): HTMLElement {
  const head = ` ${say(`item.${item.kind}`)} · ${moment(item.at ?? item.madeMs)}`;
  const state = stateOf(item);
  return el(
    "li",
    {},
    el("p", { class: "head" }, el("b", { class: "plate" }, display(item.plate)), head),
    item.kind === "check" ? el("p", {}, `${say("item.said")} ${say(item.said === "green" ? "item.saidGreen" : "item.saidAmber")}`) : null,
    item.note === "" ? null : el("p", { class: "note" }, item.note),
    state === null ? null : el("p", { class: "state" }, state),
    item.verdict === null ? null : resultOf(item.verdict),
    isWaiting(item) ? null : button(say("item.dismiss"), "small", () => dismiss(item)),
  );
}

/** Null: it is answered, and its result says the rest. */
function stateOf(item: Item): string | null {
  if (item.state === "refused") return `${say("item.refused")} ${item.refusal ?? ""}`;
  if (!isWaiting(item)) return null;
  return item.account === given.account ? say(`item.${item.state}` as WordKey) : say("item.other", item.account);
}

function resultOf({ code, colour, sentences }: Verdict): HTMLElement {
  const word = el("b", {}, `${icon(code, colour)} ${say(`word.${code}` as WordKey)}`);
  return el("p", { class: `result ${colour}` }, word, ` ${sentences[given.language]}`);
}
