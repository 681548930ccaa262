// Draws the plate and the keys from what is typed so far, and reports each key.
import { $, el, say } from "./page.ts";
import { isWrong, lengthOf, plateOf, takes, type Typed } from "./entry.ts";

export function drawKeypad(typed: Typed): void {
  $("prefix").querySelector("b")!.textContent = typed.prefix.padEnd(2, "＿");
  const cells = Array.from({ length: lengthOf(typed) }, (_, i) => {
    const filled = typed.serial[i];
    const cell = el(
      "span",
      { class: filled === undefined ? (i === typed.serial.length && typed.prefix.length === 2 ? "cell next" : "cell") : "cell filled" },
      filled ?? "",
    );
    return cell;
  });
  $("cells").replaceChildren(...cells);
  $("plate").classList.toggle("asked", typed.asked);
  $("typed").textContent = typed.serial.length > 0 ? say("typed", [...plateOf(typed)].join(" ")) : "";
  $("wrong").textContent = isWrong(typed) ? say("wrongForm") : "";
  $("provinces").hidden = typed.prefix.length > 0;
  $("keys").hidden = typed.prefix.length === 0;
  for (const key of $("keys").querySelectorAll<HTMLButtonElement>("[data-key]")) {
    const name = key.dataset["key"] ?? "";
    // Dimmed but not disabled: a screen reader still finds the key, and the focus stays.
    if (name !== "back") key.setAttribute("aria-disabled", String(!takes(typed, name)));
  }

  $("new-energy").setAttribute("aria-pressed", String(typed.newEnergy));
  $("hint-text").textContent = say(typed.prefix.length === 0 ? "province" : typed.prefix.length === 1 ? "cityLetter" : "hint");
}

/** Listens to the keypad, a keyboard, and a paste. */
export function listen(press: (key: string) => void, paste: (text: string) => void): void {
  const pressed = (event: Event) => {
    const key = (event.target as HTMLElement).closest<HTMLElement>("[data-key]")?.dataset["key"];
    if (key !== undefined) press(key);
  };
  $("keys").addEventListener("click", pressed);
  $("provinces").addEventListener("click", pressed);
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("check").hidden || isField(event.target)) return;
    if (event.key === "Backspace") press("back");
    else if (/^[a-z0-9]$/i.test(event.key)) press(event.key.toUpperCase());
  });
  document.addEventListener("paste", event => {
    if (!$("check").hidden && !isField(event.target)) paste(event.clipboardData?.getData("text") ?? "");
  });
}

const isField = (target: EventTarget | null): boolean => target instanceof Element && target.matches("input, textarea");
