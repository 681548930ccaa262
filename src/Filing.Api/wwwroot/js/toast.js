// Apart from page.js: a module imported under another address would run a second time.
/** Says something at the bottom of the page, and to a screen reader. */
export function toast(text, kind = "info", ms = 6000) {
  const note = document.createElement("div");
  note.className = `toast ${kind}`;
  note.textContent = text;
  document.getElementById("toasts").append(note);
  if (ms) setTimeout(() => note.remove(), ms);
  return note;
}
