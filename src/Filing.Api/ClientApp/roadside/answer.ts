// Draws an answer: one word, one sentence, its age and source, the permissions behind it, whom to call.
import { activities, type Activity } from "./item.ts";
import { $, button, el, given, icon, say } from "./page.ts";
import { ago, clock, duration, seconds, span } from "./moments.ts";
import type { Entry, List, ListAnswer } from "./list.ts";
import { display } from "./plate.ts";
import type { Verdict, Work } from "./server.ts";
import type { WordKey } from "./words.ts";

export type Why = "asking" | "unreachable" | "signed-out" | "refused";

/** The service's verdict, or the list's answer and why there is no verdict yet. */
export type Shown =
  | { kind: "verdict"; plate: string; verdict: Verdict; activity: Activity; trace?: HTMLElement | null }
  | {
      kind: "list";
      plate: string;
      answer: ListAnswer;
      list: List | null;
      forged: boolean;
      why: Why;
      refusal: string | null;
      kept: boolean;
      activity: Activity;
    };

export interface Acts {
  again: () => void;
  record: () => void;
  activity: (activity: Activity) => void;
}

/** A verdict older than this is marked as old. */
const staleMs = 5 * 60_000;

export function draw(shown: Shown, now: number | null, acts: Acts): void {
  const colour = shown.kind === "verdict" ? shown.verdict.colour : shown.answer.colour;
  const panel = $("answer");
  const parts = [
    el(
      "p",
      { class: "word" },
      el("span", { "aria-hidden": "true" }, icon(shown.kind === "verdict" ? shown.verdict.code : "", colour)),
      ` ${wordOf(shown, colour)}`,
    ),
    el("p", { class: "sentence" }, shown.kind === "verdict" ? shown.verdict.sentences[given.language] : listSentence(shown)),
    sourceOf(shown, now),
    truckOf(shown, now),
    rests(shown),
    shown.kind === "verdict" ? el("div", { class: "trace", "aria-live": "off" }, shown.trace ?? "") : null,
    chips(shown.activity, acts),
    actions(shown, colour, now, acts),
  ];
  panel.className = `answer ${colour}`;
  panel.replaceChildren(...parts.filter(part => part !== null));
}

function wordOf(shown: Shown, colour: string): string {
  return shown.kind === "verdict" ? say(`word.${shown.verdict.code}` as WordKey) : say(colour === "green" ? "word.filed" : "word.unsure");
}

function listSentence(shown: Extract<Shown, { kind: "list" }>): string {
  const { answer } = shown;
  const entry = answer.entries[answer.entries.length - 1];
  if (answer.code === "no-list" && shown.forged) return say("list.forged");
  return say(
    `list.${answer.code}`,
    entry?.number ?? "",
    entry === undefined ? "" : span(entry.from, entry.to),
    duration(answer.ageMs ?? 0),
  );
}

const ageOf = (shown: Extract<Shown, { kind: "verdict" }>, now: number | null): number =>
  now === null ? 0 : Math.max(0, now - Date.parse(shown.verdict.at));

function sourceOf(shown: Shown, now: number | null): HTMLElement {
  const line = el("p", { class: "source" });
  if (shown.kind === "verdict") {
    const age = ageOf(shown, now);
    line.append(el("b", {}, say("live")), ` ${seconds(shown.verdict.at)} · ${ago(age)}${age > staleMs ? ` · ${say("stale")}` : ""}`);
    return line;
  }

  if (shown.list !== null)
    line.append(
      el("b", {}, say("fromList", clock(shown.list.madeAt))),
      shown.answer.ageMs === null ? "" : ` · ${ago(shown.answer.ageMs)}`,
      ` · ${say("notAVerdict")}`,
      el("br"),
    );
  line.append(
    shown.why === "asking" ? say("askingLive") : say(`why.${shown.why}`),
    shown.refusal === null ? "" : ` ${shown.refusal}`,
    shown.kept ? ` ${say("kept")}` : "",
  );
  if (shown.why === "signed-out") line.append(" ", el("a", { href: "/signin?next=%2Froadside" }, say("signIn")));
  if (shown.activity !== "passing") line.append(` ${say("placeUnjudged")}`);
  return line;
}

/** The number and the window are left out if the sentence already has them. */
function rests(shown: Shown): HTMLElement | null {
  const rows: { source: string; number: string; from: string; to: string; job?: Work | null }[] =
    shown.kind === "verdict" ? shown.verdict.rests : (shown.answer.entries as Entry[]);
  const isSaid = shown.kind === "list" ? shown.answer.code !== "listed" : ["filed", "too-early", "too-late"].includes(shown.verdict.code);
  const isKnown = rows.length === 1 && isSaid;
  const lines = rows.map(({ source, number, from, to, job }) => [
    ...(isKnown ? [] : [`${say(source === "dispatch" ? "dispatch" : "filing")} `, el("b", {}, number), el("br"), span(from, to)]),
    ...(job === null || job === undefined ? [] : workOf(job, isKnown)),
  ]);
  const full = lines.filter(line => line.length > 0);
  return full.length === 0 ? null : el("ul", { class: "rests" }, ...full.map(line => el("li", {}, ...line)));
}

/** Where, what, how much, where to: what the officer compares with what is before him. */
const workOf = (job: Work, isFirst: boolean): (Node | string)[] => [
  ...(isFirst ? [] : [el("br")]),
  el("b", {}, job.place),
  ` · ${say(`kind.${job.kind}` as WordKey)} · ${job.m3} m³ → ${job.plant}`,
];

/** The keypad already shows the plate: here it is for people who listen to the answer. */
function truckOf(shown: Shown, now: number | null): HTMLElement {
  const truck = shown.kind === "verdict" ? shown.verdict.truck : null;
  return truck === null
    ? el("p", { class: "unseen" }, display(shown.plate))
    : el("p", { class: "truck" }, el("b", {}, display(shown.plate)), ` · ${truckLine(truck, now)}`);
}

function truckLine(truck: NonNullable<Verdict["truck"]>, now: number | null): string {
  const over = now !== null && Date.parse(`${truck.papersUntil}T23:59:59+08:00`) < now ? say("papersOver", truck.papersUntil) : "";
  return [say(`colour.${truck.colour}` as WordKey), truck.ownerName ?? "", over].filter(part => part !== "").join(" · ");
}

function chips(chosen: Activity, acts: Acts): HTMLElement {
  const group = el("div", { class: "activities", role: "group", "aria-label": say("activityLabel") });
  for (const activity of activities) {
    const chip = button(say(`activity.${activity}`), "chip", () => acts.activity(activity));
    chip.setAttribute("aria-pressed", String(activity === chosen));
    group.append(chip);
  }
  return group;
}

function actions(shown: Shown, colour: string, now: number | null, acts: Acts): HTMLElement {
  const call = shown.kind === "verdict" && shown.verdict.call.phone !== null ? shown.verdict.call : given.call;
  const mayAsk = shown.kind === "verdict" ? ageOf(shown, now) > staleMs : shown.why !== "asking";
  return el(
    "div",
    { class: "actions" },
    button(say("record"), colour === "green" ? "plain" : "strong", acts.record),
    mayAsk ? button(say("askAgain"), "plain", acts.again) : null,
    call === null || call.phone === null
      ? null
      : el(
          "a",
          { class: "plain", href: `tel:${call.phone.replace(/[^0-9+]/g, "")}` },
          say("call", call.name ?? ""),
          el("b", {}, ` ${call.phone}`),
        ),
  );
}
