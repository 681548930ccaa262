// A record is held for five seconds before it is sent, so that it can be undone.
import { button, need } from "../shared/dom.ts";
import { toast } from "../shared/toast.ts";
import { pane, say } from "./desk.ts";
import { forget, hold, lineOf, neighbour, release } from "./lines.ts";
import { refresh } from "./live.ts";
import { show } from "./pane.ts";

const holdMs = 5000;

interface Held {
  number: string;
  url: string;
  body: URLSearchParams;
  note: HTMLElement;
  timer: number;
}

const acts: Held[] = [];

export function record(): void {
  const form = pane.querySelector<HTMLFormElement>("[data-record]");
  if (form === null || !form.reportValidity()) return;
  const next = neighbour(1) ?? neighbour(-1);
  const number = need<HTMLInputElement>("[name=n]", form).value;
  const act: Held = {
    number,
    url: form.action,
    body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, `${value}`])),
    note: toast(`${say("held")} ${number}`, "info", 0),
    timer: setTimeout(() => void send(act), holdMs),
  };
  act.note.append(button(`${say("undo")} Z`, () => undo(act)));
  acts.push(act);
  hold(number);
  if (next === undefined) need<HTMLButtonElement>("button", form).disabled = true;
  else void show(next);
}

export const undoLast = (): void => undo(acts.at(-1));

/** Leaving the page does not undo: what is held is sent. */
export const sendAll = (): void => [...acts].forEach(act => void post(act));

function undo(act: Held | undefined): void {
  if (act === undefined || !acts.includes(act)) return;
  drop(act);
  toast(say("undone"));
  release(act.number);
  void show(lineOf(act.number));
}

async function send(act: Held): Promise<void> {
  try {
    const answer = await post(act);
    if (answer.status === 401) return fail(act, say("signedOut"));
    const { ok, sentence } = (await answer.json()) as { ok: boolean; sentence: string };
    if (ok) {
      forget(act.number);
      toast(sentence);
    } else fail(act, sentence);
  } catch {
    fail(act, say("failed"));
  }

  await refresh();
}

function post(act: Held): Promise<Response> {
  drop(act);
  return fetch(act.url, { method: "POST", body: act.body, headers: { Accept: "application/json" }, keepalive: true });
}

function fail({ number }: Held, sentence: string): void {
  release(number);
  toast(`${number}: ${sentence}`, "bad", 0);
}

function drop(act: Held): void {
  clearTimeout(act.timer);
  acts.splice(acts.indexOf(act), 1);
  act.note.remove();
}
