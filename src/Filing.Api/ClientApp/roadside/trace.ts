// What is known of the truck beside the verdict. Loaded after the first answer.
import type { Tools } from "./tools.ts";
import type { WordKey } from "./words.ts";

interface Trace {
  checks: { at: string; code: string; colour: string }[];
  runs: { first: string; last: string; codes: string[] }[];
}

/** A question of this visit is no news. */
const justNowMs = 60_000;

/** Null: the service does not say. */
export async function traceOf(tools: Tools, plate: string, now: number): Promise<HTMLElement | null> {
  const { call, clock, day, el, given, icon, moment, say } = tools;
  const reply = await call<Trace>(`/checks/${encodeURIComponent(plate)}/trace`, given.language);
  if (reply.kind !== "ok") return null;
  const checks = reply.body.checks
    .filter(check => now - Date.parse(check.at) > justNowMs)
    .map(check => `${moment(check.at)} ${icon(check.code, check.colour)} ${say(`word.${check.code}` as WordKey)}`);
  const runs = reply.body.runs.map(run => {
    const codes = run.codes.map(code => say(`word.${code}` as WordKey)).join(" ");
    return `${moment(run.first)} – ${day(run.first) === day(run.last) ? clock(run.last) : moment(run.last)} ✕ ${codes}`;
  });
  if (checks.length + runs.length === 0) return el("p", {}, say("trace.none"));
  return el("div", {}, ...part(tools, "trace.runs", runs), ...part(tools, "trace.checks", checks));
}

const part = ({ el, say }: Tools, title: WordKey, lines: string[]): HTMLElement[] =>
  lines.length === 0 ? [] : [el("p", {}, el("b", {}, say(title))), el("ul", {}, ...lines.map(line => el("li", {}, line)))];
