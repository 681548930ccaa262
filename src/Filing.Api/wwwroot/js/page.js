// What every page has, if script is on: a form is sent once, and signing out forgets what was kept on this device.
const draftPrefix = "draft:";

document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  form.setAttribute("aria-busy", "true");
});

// Coming back by the browser's button, the form may be sent again; the service knows it by its key.
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(form => {
  delete form.dataset.sent;
  form.removeAttribute("aria-busy");
}));

document.querySelector("[data-sign-out]")?.addEventListener("click", () => {
  try { Object.keys(localStorage).filter(key => key.startsWith(draftPrefix)).forEach(key => localStorage.removeItem(key)); } catch { /* A browser that keeps nothing has nothing to forget. */ }
});

// A draft that was sent needs no keeping: the page after it says "done".
try {
  const sent = sessionStorage.getItem("sent");
  if (sent && document.querySelector(".notice.done")) { localStorage.removeItem(sent); sessionStorage.removeItem("sent"); }
} catch { /* Nothing kept, nothing to forget. */ }
