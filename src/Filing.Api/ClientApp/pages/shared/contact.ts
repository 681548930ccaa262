// The contact behind a reason, shown in place.
import { closest, need } from "./dom.ts";

export function showContacts(within: HTMLElement): void {
  within.addEventListener("submit", event => {
    const form = closest(event, "[data-contact]");
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    void ask(form);
  });
}

async function ask(form: HTMLFormElement): Promise<void> {
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, `${value}`]));
  const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
  // Signed out or without a network: the form goes the way it goes without script.
  if (!answer?.ok || answer.redirected) {
    form.submit();
    return;
  }

  const { ok, sentence } = (await answer.json()) as { ok: boolean; sentence: string };
  const box = form.closest("details");
  if (!ok) need("[data-contact-fault]", form).textContent = sentence;
  else if (box?.parentElement) {
    need("[data-contact-words]", box.parentElement).textContent = sentence;
    box.remove();
  }
}
