// A receipt's page prints itself; without script the browser's own menu does.
const print = document.querySelector("[data-print]");
print.hidden = document.querySelector("figure img") === null;
print.addEventListener("click", () => window.print());
