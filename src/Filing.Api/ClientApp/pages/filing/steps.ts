// On a phone the form comes in steps, one at a time.
import { button, need } from "../shared/dom.ts";
import { all, form, say } from "./form.ts";
import { summarise } from "./summary.ts";

export function showSteps(): void {
  const steps = all<HTMLElement>("[data-step]");
  const last = steps.length - 1;
  const count = document.createElement("span");
  count.className = "soft small";
  const back = button(say("back"), () => move(-1));
  const next = button(say("next"), () => move(1));
  next.classList.add("primary");
  for (const step of steps) heading(step).tabIndex = -1;
  let now = Math.max(
    0,
    steps.findIndex(step => step.querySelector(".wrong") !== null),
  );

  form.classList.add("steps-on");
  need("[data-steps]", form).replaceChildren(back, count, next);
  addEventListener("hashchange", goToHash);
  show();
  goToHash();

  function show(): void {
    steps.forEach((step, i) => step.classList.toggle("now", i === now));
    count.textContent = say("of").replace("{0}", String(now + 1));
    back.style.visibility = now === 0 ? "hidden" : "visible";
    next.style.visibility = now === last ? "hidden" : "visible";
    if (now === last) void summarise();
  }

  function move(by: -1 | 1): void {
    now = Math.min(Math.max(now + by, 0), last);
    show();
    scrollTo(0, form.offsetTop - 12);
    const step = steps[now];
    if (step !== undefined) heading(step).focus();
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
}

const heading = (step: HTMLElement): HTMLElement => need("h2", step);
