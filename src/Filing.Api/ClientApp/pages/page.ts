// On every page: a form is sent once, and signing out removes drafts from this device.
import { draftPrefix, sentDraft } from "./shared/drafts.ts";

document.addEventListener("submit", event => {
  const form = event.target as HTMLFormElement;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset["sent"]) return event.preventDefault();
  form.dataset["sent"] = "1";
  form.setAttribute("aria-busy", "true");
});

// After the browser's Back button a form may be sent again: the service recognises it by its key.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) {
    delete form.dataset["sent"];
    form.removeAttribute("aria-busy");
  }
});

document.querySelector("[data-sign-out]")?.addEventListener("click", () =>
  withStorage(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(draftPrefix)) localStorage.removeItem(key);
  }),
);

// This page confirms a draft that was sent: it is no longer needed.
withStorage(() => {
  const sent = sessionStorage.getItem(sentDraft);
  if (sent !== null && document.querySelector(".notice.done") !== null) {
    localStorage.removeItem(sent);
    sessionStorage.removeItem(sentDraft);
  }
});

/** A browser that refuses storage has no drafts to remove. */
function withStorage(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
