// What is kept on this device: a draft until it is sent, and the form as it was sent for the browser's Back button.
import { draftPrefix, sentDraft } from "../shared/drafts.ts";
import { button } from "../shared/dom.ts";
import { fitPlants } from "./choices.ts";
import { address, all, form, input, isChoice, say, type Field } from "./form.ts";
import { goToStep, stepNow } from "./steps.ts";
import { summarise } from "./summary.ts";

interface Draft {
  /** On a phone: the step where it was left. */
  step?: number;
  fields: [name: string, value: string][];
}

interface Sent extends Draft {
  key: string;
}

type Area = "localStorage" | "sessionStorage";

/** Null: the service already has this filing, so no draft of it is kept here. */
const draftKey = form.dataset["draft"] ? draftPrefix + form.dataset["draft"] : null;
const sentKey = `sent:${address}`;

/** Until the earlier draft is read, nothing is kept: it would be overwritten. */
let isRead = false;

/** A form that the browser's Back button loads anew gets the key it was sent with: sent again, it is the same filing. */
export function restoreKey(): void {
  if (draftKey === null) return;
  const state = history.state as { key?: string } | null;
  if (state?.key) input("key").value = state.key;
  else history.replaceState({ ...state, key: input("key").value }, "");
}

/** Fills the form after Back, or else offers the draft of an earlier visit. */
export function restore(): void {
  const isBack = performance.getEntriesByType("navigation").some(entry => (entry as PerformanceNavigationTiming).type === "back_forward");
  const sent = isBack ? read<Sent>("sessionStorage", sentKey) : null;
  const draft = draftKey === null ? null : read<Draft>("localStorage", draftKey);
  isRead = true;
  if (sent !== null) {
    input("key").value = sent.key;
    fill(sent);
  } else if (draft !== null && draft.fields.length > 0 && document.getElementById("faults") === null) offer(draft);
  fitPlants();
}

export function keep(): void {
  if (draftKey !== null && isRead) write("localStorage", draftKey, JSON.stringify({ fields: fields(), step: stepNow() } satisfies Draft));
}

export function keepSent(): void {
  if (draftKey !== null) write("sessionStorage", sentDraft, draftKey);
  write("sessionStorage", sentKey, JSON.stringify({ key: input("key").value, fields: fields() } satisfies Sent));
}

/** What is typed and chosen, without what concerns a person. */
function fields(): Draft["fields"] {
  const isPrivate = (name: string) => form.querySelector(`[name="${name}"]`)?.hasAttribute("data-private");
  return [...new FormData(form)].filter(
    (field): field is [string, string] => field[0].startsWith("F.") && typeof field[1] === "string" && !isPrivate(field[0]),
  );
}

function fill({ fields }: Draft): void {
  for (const field of all<Field>("[name^='F.']")) if (isChoice(field)) field.checked = false;
  for (const [name, value] of fields) {
    const group = all<Field>(`[name="${name}"]`);
    const choice = group.filter(isChoice).find(field => field.value === value);
    const only = group[0];
    if (choice !== undefined) choice.checked = true;
    else if (only !== undefined && !isChoice(only)) only.value = value;
  }

  fitPlants();
  void summarise();
}

function offer(draft: Draft): void {
  const note = document.createElement("div");
  const text = document.createElement("p");
  note.className = "notice kept";
  text.textContent = say("kept");
  const use = button(say("use"), () => {
    fill(draft);
    note.remove();
    goToStep(draft.step ?? 0);
  });
  const drop = button(say("drop"), () => {
    if (draftKey !== null) localStorage.removeItem(draftKey);
    note.remove();
  });
  use.classList.add("primary");
  note.append(text, use, drop);
  form.before(note);
}

/** Null also where the browser refuses storage: there is no draft then. */
function read<T>(area: Area, key: string): T | null {
  try {
    return JSON.parse(window[area].getItem(key) ?? "null") as T | null;
  } catch {
    return null;
  }
}

function write(area: Area, key: string, value: string): void {
  try {
    window[area].setItem(key, value);
  } catch {
    // No room, or storage is refused. The form itself still has everything.
  }
}
