// The summary beside the form, drawn by the service from the form as it is.
import { need } from "../shared/dom.ts";
import { address, form } from "./form.ts";

let asked = 0;
let waiting: number | undefined;

export async function summarise(): Promise<void> {
  const turn = ++asked;
  const answer = await fetch(`${address}?handler=Hint`, { method: "POST", body: new FormData(form) }).catch(() => null);
  if (!answer?.ok || answer.redirected || turn !== asked) return;
  need("#summary").innerHTML = await answer.text();
}

/** Once the typing pauses. */
export function summariseSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => void summarise(), 250);
}
