// On a phone the form comes in steps, one at a time. Each step is an entry of the browser's history: Back goes one step back.
import { button, need } from "../shared/dom.ts";
import { all, form, say } from "./form.ts";
import { summarise } from "./summary.ts";

interface Entry {
  step?: number;
  /** How many entries of this form lie below it. */
  depth?: number;
}

let steps: HTMLElement[] = [];
let now = 0;
const count = document.createElement("span");
const back = button(say("back"), goBack);
const next = button(say("next"), () => goToStep(now + 1));

export const stepNow = (): number => now;

/** Shows a step, with an entry for each one on the way. A form that does not come in steps stays as it is. */
export function goToStep(step: number): void {
  if (steps.length === 0 || step === now) return;
  const goal = Math.min(Math.max(step, 0), steps.length - 1);
  while (now < goal) history.pushState({ ...entry(), step: ++now, depth: (entry().depth ?? 0) + 1 }, "");
  now = goal;
  showFromTop();
}

export function showSteps(): void {
  steps = all<HTMLElement>("[data-step]");
  count.className = "soft small";
  next.classList.add("primary");
  for (const step of steps) heading(step).tabIndex = -1;
  const wrong = steps.findIndex(step => step.querySelector(".wrong") !== null);
  now = Math.max(0, entry().step ?? wrong);

  form.classList.add("steps-on");
  need("[data-steps]", form).replaceChildren(back, count, next);
  addEventListener("hashchange", goToHash);
  addEventListener("popstate", event => {
    const step = (event.state as Entry | null)?.step;
    if (step === undefined) return;
    now = step;
    showFromTop();
  });
  history.replaceState({ ...entry(), step: now }, "");
  show();
  goToHash();
}

const entry = (): Entry => (history.state ?? {}) as Entry;

function goBack(): void {
  if ((entry().depth ?? 0) > 0) return history.back();
  now = Math.max(0, now - 1);
  history.replaceState({ ...entry(), step: now }, "");
  showFromTop();
}

function show(): void {
  const last = steps.length - 1;
  steps.forEach((step, i) => step.classList.toggle("now", i === now));
  count.textContent = say("of").replace("{0}", String(now + 1));
  back.style.visibility = now === 0 ? "hidden" : "visible";
  next.style.visibility = now === last ? "hidden" : "visible";
  if (now === last) void summarise();
}

function showFromTop(): void {
  show();
  scrollTo(0, form.offsetTop - 12);
  const step = steps[now];
  if (step !== undefined) heading(step).focus();
  form.dispatchEvent(new Event("input"));
}

/** A fault's link leads to its field, in whichever step that is. */
function goToHash(): void {
  if (location.hash.length < 2) return;
  const step = steps.findIndex(part => part.querySelector(location.hash) !== null);
  if (step < 0) return;
  now = step;
  show();
  need(location.hash).scrollIntoView();
}

const heading = (step: HTMLElement): HTMLElement => need("h2", step);
