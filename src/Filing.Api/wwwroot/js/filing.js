// The clerk's form: a summary that follows, three steps on a phone, and a draft kept on this device until it is sent. Without script the form is one page and a check page.
const form = document.querySelector("[data-filing]");
const address = form.getAttribute("action").split("?")[0];
const kept = form.dataset.draft ? `draft:${form.dataset.draft}` : null;
const say = name => form.dataset[name];

// Come back to by the browser's button, the form has the key it was sent with, also where the browser asked for the page anew: sent again, it is the same filing.
if (kept && history.state?.key) form.elements["key"].value = history.state.key;
else if (kept) history.replaceState({ ...history.state, key: form.elements["key"].value }, "");

let asked = 0;
let waiting;
async function summarise() {
  const mine = ++asked;
  const answer = await fetch(`${address}?handler=Hint`, { method: "POST", body: new FormData(form) }).catch(() => null);
  if (!answer?.ok || answer.redirected || mine !== asked) return;
  document.getElementById("summary").innerHTML = await answer.text();
}

// Only what takes the chosen waste can be chosen; what had been chosen and does not fit is let go.
function plants() {
  const kind = form.querySelector("[name='F.Kind']:checked")?.value;
  form.querySelectorAll("[data-takes]").forEach(plant => {
    plant.disabled = !!kind && !plant.dataset.takes.split(" ").includes(kind);
    if (plant.disabled) plant.checked = false;
  });
  const fitting = form.querySelectorAll("[data-takes]:not(:disabled)");
  if (kind && fitting.length === 1) fitting[0].checked = true;
}

// As many trips as the tanks need, until somebody says otherwise.
let ownTrips = false;
function trips(event) {
  const field = form.elements["F.Trips"];
  if (event?.target === field) ownTrips = true;
  const tanks = [...form.querySelectorAll("[data-tank]:checked")].map(truck => +truck.dataset.tank);
  const m3 = +form.elements["F.M3"].value;
  if (!ownTrips && tanks.length && m3 > 0) field.value = Math.max(1, Math.ceil(m3 / (tanks.reduce((sum, tank) => sum + tank, 0) / tanks.length)));
}

// Not before what had been kept is known: it would be written over.
let found;
function keep() {
  if (!kept || found === undefined) return;
  try { localStorage.setItem(kept, JSON.stringify({ fields: open() })); } catch { /* No room: the form itself still has everything. */ }
}

function read() {
  try { return JSON.parse(localStorage.getItem(kept)); } catch { return null; }
}

function use({ fields }) {
  form.querySelectorAll("[name^='F.']").forEach(field => { if (field.type === "radio" || field.type === "checkbox") field.checked = false; });
  for (const [name, value] of fields) {
    const group = [...form.querySelectorAll(`[name='${name}']`)];
    const choice = group.find(field => (field.type === "radio" || field.type === "checkbox") && field.value === value);
    if (choice) choice.checked = true;
    else if (group[0] && group[0].type !== "radio" && group[0].type !== "checkbox") group[0].value = value;
  }
  plants();
  summarise();
}

function offer(found) {
  const note = document.createElement("div");
  note.className = "notice kept";
  note.innerHTML = "<p></p><button type='button' class='button primary'></button><button type='button' class='button'></button>";
  const [go, drop] = note.querySelectorAll("button");
  note.querySelector("p").textContent = say("kept");
  go.textContent = say("use");
  drop.textContent = say("drop");
  go.addEventListener("click", () => { use(found); note.remove(); });
  drop.addEventListener("click", () => { localStorage.removeItem(kept); note.remove(); });
  form.before(note);
}

form.addEventListener("input", event => {
  plants();
  trips(event);
  keep();
  clearTimeout(waiting);
  waiting = setTimeout(summarise, 250);
});
// Coming back after sending finds the same form with its key: pressing once more has no second effect.
const sentForm = `sent:${address}`;
const open = () => [...new FormData(form)].filter(([name]) => name.startsWith("F.") && !form.querySelector(`[name="${name}"]`)?.hasAttribute("data-private"));
form.addEventListener("submit", () => {
  try {
    if (kept) sessionStorage.setItem("sent", kept);
    sessionStorage.setItem(sentForm, JSON.stringify({ key: form.elements.key.value, fields: open() }));
  } catch { /* The draft is then offered once more. */ }
});
function comeBack() {
  try {
    const last = performance.getEntriesByType("navigation")[0]?.type === "back_forward" && JSON.parse(sessionStorage.getItem(sentForm));
    if (!last) return false;
    form.elements.key.value = last.key;
    use({ fields: last.fields });
    return true;
  } catch { return false; }
}

// What was kept is asked for when the page stands: to open a device's store takes a slow phone a while.
setTimeout(() => {
  const isBack = comeBack();
  found = kept && read();
  if (!isBack && found?.fields?.length && !document.getElementById("faults")) offer(found);
  plants();
});

form.querySelector("[data-locate]")?.addEventListener("click", event => {
  const button = event.currentTarget;
  const word = button.textContent;
  button.textContent = say("locating");
  navigator.geolocation.getCurrentPosition(place => {
    form.elements["F.Point"].value = `${place.coords.latitude.toFixed(6)}, ${place.coords.longitude.toFixed(6)}`;
    form.elements["F.Datum"].checked = false;
    button.textContent = word;
    form.dispatchEvent(new Event("input"));
  }, () => { button.textContent = say("noLocation"); }, { enableHighAccuracy: true, timeout: 15000 });
});

// Steps on a phone.
const steps = [...form.querySelectorAll("[data-step]")];
const bar = form.querySelector("[data-steps]");
if (matchMedia("(max-width: 47.99rem)").matches) {
  form.classList.add("steps-on");
  bar.innerHTML = "<button type='button' class='button'></button><span class='soft small'></span><button type='button' class='button primary'></button>";
  const [back, next] = bar.querySelectorAll("button");
  back.textContent = say("back");
  next.textContent = say("next");
  const wrong = steps.findIndex(step => step.querySelector(".wrong"));
  let now = wrong >= 0 ? wrong : 0;
  const show = move => {
    now = Math.min(Math.max(now + move, 0), steps.length - 1);
    steps.forEach((step, i) => step.classList.toggle("now", i === now));
    bar.querySelector("span").textContent = say("of").replace("{0}", now + 1);
    back.style.visibility = now === 0 ? "hidden" : "visible";
    next.style.visibility = now === steps.length - 1 ? "hidden" : "visible";
    if (move) { scrollTo(0, form.offsetTop - 12); steps[now].querySelector("h2").focus(); }
    if (now === steps.length - 1) summarise();
  };
  steps.forEach(step => { step.querySelector("h2").tabIndex = -1; });
  back.addEventListener("click", () => show(-1));
  next.addEventListener("click", () => show(1));
  const toField = () => {
    const step = steps.findIndex(part => location.hash.length > 1 && part.querySelector(location.hash));
    if (step >= 0) { now = step; show(0); document.querySelector(location.hash).scrollIntoView(); }
  };
  addEventListener("hashchange", toField);
  show(0);
  toField();
}
