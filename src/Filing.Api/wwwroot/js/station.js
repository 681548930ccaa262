// The station's desk: a filing opens without a new page, a record is held five seconds, the queue follows what happens.
import { toast } from "./toast.js";

const HOLD_MS = 5000;
const desk = document.querySelector("[data-desk]");
const queue = document.getElementById("queue");
const pane = document.getElementById("pane");
const alarm = document.getElementById("alarm");
const say = name => desk.dataset[name];
const held = [];
const ready = new Map();
/** Emergencies that were there when the page came, or that somebody was told of. */
const known = new Set();

const lines = () => [...queue.querySelectorAll(".line")];
const current = () => queue.querySelector(".line[aria-current]");
const open = number => fetch(`/station?handler=Pane&n=${encodeURIComponent(number)}`).then(answer => answer.ok && !answer.redirected ? answer.text() : Promise.reject(new Error("pane")));

function prefetch(line) {
  const number = line?.dataset.number;
  if (number && !ready.has(number)) ready.set(number, open(number).catch(() => { ready.delete(number); return null; }));
}

async function show(line, push = true) {
  if (!line) return;
  const link = line.querySelector("a");
  lines().forEach(other => other.toggleAttribute("aria-current", false));
  line.setAttribute("aria-current", "true");
  line.scrollIntoView({ block: "nearest" });
  prefetch(line);
  const html = await ready.get(line.dataset.number);
  ready.delete(line.dataset.number);
  if (html === null) { location.href = link.href; return; }
  pane.innerHTML = html;
  if (push) history.replaceState(null, "", link.href);
  pane.focus({ preventScroll: true });
  prefetch(neighbour(1));
}

function neighbour(step) {
  const free = lines().filter(line => !line.classList.contains("held") || line === current());
  return free[free.indexOf(current()) + step];
}

function record() {
  const form = pane.querySelector("[data-record]");
  if (!form) return;
  if (!form.reportValidity()) return;
  const line = current();
  const next = neighbour(1) ?? neighbour(-1);
  const number = form.elements.n.value;
  const act = { number, line, form, body: new URLSearchParams(new FormData(form)), url: form.action };
  act.note = toast(`${say("held")} ${number}`, "info", 0);
  const undo = document.createElement("button");
  undo.className = "button";
  undo.textContent = `${say("undo")} Z`;
  undo.addEventListener("click", () => take(act));
  act.note.append(undo);
  act.timer = setTimeout(() => send(act), HOLD_MS);
  held.push(act);
  line?.classList.add("held");
  if (next) show(next); else form.querySelector("button").disabled = true;
}

/** Takes a held record back: nothing was sent. */
function take(act) {
  if (!act || !held.includes(act)) return;
  drop(act);
  toast(say("undone"));
  const line = lines().find(other => other.dataset.number === act.number);
  line?.classList.remove("held");
  if (line) show(line);
}

function drop(act) {
  clearTimeout(act.timer);
  held.splice(held.indexOf(act), 1);
  act.note.remove();
}

async function send(act, leaving = false) {
  drop(act);
  const sent = fetch(act.url, { method: "POST", body: act.body, headers: { Accept: "application/json" }, keepalive: true });
  if (leaving) return;
  try {
    const answer = await sent;
    if (answer.status === 401) { failed(act, say("signedOut")); return; }
    const told = await answer.json();
    if (told.ok) toast(told.sentence); else failed(act, told.sentence);
  } catch { failed(act, say("failed")); }
  await refresh();
}

function failed(act, sentence) {
  lines().find(line => line.dataset.number === act.number)?.classList.remove("held");
  toast(`${act.number}: ${sentence}`, "bad", 0);
}

async function refresh() {
  const answer = await fetch(`/station?handler=List&show=${new URLSearchParams(location.search).get("show") ?? "all"}&n=${current()?.dataset.number ?? ""}`).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const chosen = [...queue.querySelectorAll("[name=numbers]:checked")].map(box => box.value);
  const hadFocus = queue.contains(document.activeElement);
  queue.innerHTML = await answer.text();
  queue.querySelectorAll("[name=numbers]").forEach(box => { box.checked = chosen.includes(box.value); });
  held.forEach(act => lines().find(line => line.dataset.number === act.number)?.classList.add("held"));
  count();
  if (!pane.querySelector("[data-acts]") && lines().length) show(lines()[0]);
  const fresh = lines().find(line => line.dataset.emergency && !known.has(line.dataset.number));
  if (fresh) warn(fresh);
  else if (!new URLSearchParams(location.search).has("show") && !lines().some(line => line.dataset.emergency && line !== current())) alarm.replaceChildren();
  if (hadFocus) current()?.querySelector("a").focus();
}

function count() {
  const chosen = queue.querySelector("[data-chosen]");
  if (chosen) chosen.textContent = queue.querySelectorAll("[name=numbers]:checked").length;
}

function preview() {
  const list = pane.querySelector("[data-preview]");
  const own = pane.querySelector("#other").value.split("\n").map(text => text.trim()).filter(Boolean);
  const all = [...[...pane.querySelectorAll("[name=reasons]:checked")].map(reason => reason.dataset.say), ...own];
  list.replaceChildren(...all.map(text => { const item = document.createElement("li"); item.textContent = text; return item; }));
}

queue.addEventListener("click", event => {
  const link = event.target.closest(".line-link");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); show(link.closest(".line")); }
  if (event.target.closest("[data-all]")) { queue.querySelectorAll("[name=numbers]").forEach(box => { box.checked = true; }); count(); }
});
queue.addEventListener("change", count);
pane.addEventListener("submit", event => { if (event.target.matches("[data-record]")) { event.preventDefault(); record(); } });
pane.addEventListener("input", event => { if (event.target.closest("[data-return-form]")) preview(); });
pane.addEventListener("click", event => {
  if (event.target.closest("[data-skip]")) show(neighbour(1) ?? lines()[0]);
  if (event.target.closest("[data-return]")) { event.preventDefault(); toReturn(); }
});

function toReturn() {
  const first = pane.querySelector("[name=reasons]");
  first?.closest("section").scrollIntoView({ block: "nearest" });
  first?.focus();
}

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox]), textarea, select")) return;
  const act = { a: record, r: toReturn, j: () => show(neighbour(1) ?? lines()[0]), k: () => show(neighbour(-1)), z: () => take(held.at(-1)) }[event.key.toLowerCase()];
  if (act) { event.preventDefault(); act(); }
});

// Leaving the page is no undo: what is held is sent.
addEventListener("pagehide", () => [...held].forEach(act => send(act, true)));

// What happens elsewhere: an emergency is said at once, on top.
let stream;
function listen() {
  stream?.close();
  stream = new EventSource("/api/v1/events");
  // Whatever came while the stream was not there is seen by looking again.
  ["open", "review-requested", "review-ended", "filing-decided", "reset"].forEach(kind => stream.addEventListener(kind, refresh));
}

function warn(line) {
  known.add(line.dataset.number);
  alarm.replaceChildren(`${say("emergency")} ${line.querySelector("strong").textContent} `);
  const button = document.createElement("button");
  button.className = "button";
  button.textContent = say("open");
  button.addEventListener("click", () => { alarm.replaceChildren(); show(lines().find(other => other.dataset.number === line.dataset.number)); });
  alarm.append(button);
  document.title = `❗ ${document.title.replace(/^❗ /, "")}`;
}

lines().forEach(line => { if (line.dataset.emergency) known.add(line.dataset.number); });
listen();
addEventListener("visibilitychange", () => { if (!document.hidden) { refresh(); if (stream.readyState === EventSource.CLOSED) listen(); } });
prefetch(neighbour(1));
