// The reviewer's keys, by their place on the keyboard: an input method for Chinese hides the letter and calls every key "Process".

/** Where a key types, chooses or opens something of its own. */
const taken = "input, textarea, select, summary, dialog, [contenteditable], [popover]";

export function listenForKeys(acts: Record<string, () => void>, repeated: readonly string[], leave: () => void): void {
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") !== null) return;
    const at = event.target instanceof Element ? event.target.closest(taken) : null;
    if (at !== null) {
      // Escape belongs to the input method while it composes.
      if (event.code === "Escape" && !event.isComposing && at.matches("input, textarea, select, summary")) leave();
      return;
    }

    const act = acts[event.code];
    if (act === undefined || (event.repeat && !repeated.includes(event.code))) return;
    event.preventDefault();
    act();
  });
}
