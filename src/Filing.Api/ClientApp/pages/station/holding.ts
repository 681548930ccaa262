// A record is held for five seconds before it is sent, so that it can be undone; several together are held as one.
import { button, need } from "../shared/dom.ts";
import { toast } from "../shared/toast.ts";
import { desk, pane, say } from "./desk.ts";
import { choose, chosen, forget, hold, lineOf, release } from "./lines.ts";
import { refresh } from "./live.ts";
import { show } from "./pane.ts";

const holdMs = 5000;

interface Held {
  numbers: string[];
  url: string;
  body: URLSearchParams;
  note: HTMLElement;
  timer: number;
}

const acts: Held[] = [];

/**
 * Records the filing that is shown, and goes on. While another is on its way into the pane, nobody has seen yet what would be recorded.
 */
export function record(goOn: () => void): void {
  const form = pane.querySelector<HTMLFormElement>("[data-record]");
  if (form === null || desk.classList.contains("loading") || need<HTMLButtonElement>(".primary", form).disabled) return;
  if (!form.reportValidity()) return;
  const number = need<HTMLInputElement>("[name=n]", form).value;
  holdBack(form, [number], number);
  goOn();
}

/** Records those that are chosen. */
export function recordChosen(form: HTMLFormElement): void {
  const numbers = chosen().map(value => value.split("|")[0] ?? "");
  if (numbers.length === 0) return;
  holdBack(form, numbers, `${numbers.length}`);
  choose(() => false);
  need<HTMLDetailsElement>(".batch-do", form).open = false;
}

function holdBack(form: HTMLFormElement, numbers: string[], words: string): void {
  const act: Held = {
    numbers,
    url: form.action,
    body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, `${value}`])),
    note: toast(`${say("held")} ${words}`, "info", 0),
    timer: setTimeout(() => void send(act), holdMs),
  };
  act.note.append(button(`${say("undo")} Z`, () => undo(act)));
  acts.push(act);
  numbers.forEach(hold);
}

export const undoLast = (): void => undo(acts.at(-1));

/** Leaving the page does not undo: what is held is sent. */
export const sendAll = (): void => [...acts].forEach(act => void post(act));

function undo(act: Held | undefined): void {
  if (act === undefined || !acts.includes(act)) return;
  drop(act);
  toast(say("undone"));
  act.numbers.forEach(release);
  const [number] = act.numbers;
  if (act.numbers.length === 1 && number !== undefined) void show(lineOf(number));
}

async function send(act: Held): Promise<void> {
  try {
    const answer = await post(act);
    if (answer.status === 401) return fail(act, `${act.numbers.join("、")}: ${say("signedOut")}`);
    const { ok, sentence } = (await answer.json()) as { ok: boolean; sentence: string };
    if (ok) {
      act.numbers.forEach(forget);
      toast(sentence);
    } else fail(act, sentence);
  } catch {
    fail(act, `${act.numbers.join("、")}: ${say("failed")}`);
  }

  await refresh();
}

function post(act: Held): Promise<Response> {
  drop(act);
  return fetch(act.url, { method: "POST", body: act.body, headers: { Accept: "application/json" }, keepalive: true });
}

function fail(act: Held, sentence: string): void {
  act.numbers.forEach(release);
  toast(sentence, "bad", 0);
}

function drop(act: Held): void {
  clearTimeout(act.timer);
  acts.splice(acts.indexOf(act), 1);
  act.note.remove();
}
