// A receipt's button that prints it. Without script, the browser's menu prints it too.
import { need } from "./shared/dom.ts";

const print = need<HTMLButtonElement>("[data-print]");
print.hidden = document.querySelector("figure img") === null;
print.addEventListener("click", () => window.print());
