// A filing made again without a network is kept on this device and sent as soon as there is one, like the officer's records. What is
// kept is which filing, for which day, and the key that makes a second sending harmless: no name and no number of a person.
import { button, closest, need } from "./shared/dom.ts";
import { repeatPrefix } from "./shared/drafts.ts";
import { toast } from "./shared/toast.ts";

interface Repeat {
  from: string;
  key: string;
  day: string;
  hasFailed: boolean;
}

const address = "/filings/new";
const box = need("#repeats");
const prefix = `${repeatPrefix}${box.dataset["account"] ?? ""}:`;
const say = (word: string, value = ""): string => (box.dataset[word] ?? "").replace("{0}", value);

document.addEventListener("click", event => {
  const link = closest(event, `a[href^="${address}?from="]`);
  const from = new URLSearchParams(link?.getAttribute("href")?.split("?")[1] ?? "").get("from");
  if (from === null || navigator.onLine) return;
  event.preventDefault();
  offer({ from, key: crypto.randomUUID().replaceAll("-", ""), day: tomorrow(), hasFailed: false });
});

document.addEventListener(
  "submit",
  event => {
    const form = event.target as HTMLFormElement;
    const from = new URLSearchParams(location.search).get("from");
    const isSent = event.submitter?.getAttribute("formaction")?.endsWith("Submit") === true;
    if (!form.matches("form.check") || from === null || !isSent || navigator.onLine) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const data = new FormData(form);
    offer({ from, key: String(data.get("key")), day: String(data.get("F.Day")), hasFailed: false });
  },
  { capture: true },
);

addEventListener("online", () => void send());
void send();

function offer(repeat: Repeat): void {
  const take = button(say("keep"), () => {
    localStorage.setItem(prefix + repeat.key, JSON.stringify(repeat));
    show();
  });
  take.classList.add("primary");
  fill(say("again", repeat.day), take);
  take.focus();
}

/** Sends what waits. Calls from this and other tabs run one after the other. */
async function send(): Promise<void> {
  if (kept().length === 0) return;
  await navigator.locks.request("repeats-send", async () => {
    for (const repeat of kept().filter(({ hasFailed }) => !hasFailed)) if (!(await sendOne(repeat))) break;
  });
  show();
}

/** False: there is no network or no session; the rest waits too. */
async function sendOne(repeat: Repeat): Promise<boolean> {
  const page = await fetch(`${address}?from=${encodeURIComponent(repeat.from)}`).catch(() => null);
  if (page === null || page.status >= 500 || page.redirected) return false;
  const form = new DOMParser().parseFromString(await page.text(), "text/html").querySelector<HTMLFormElement>("form.check");
  if (form === null) return fail(repeat);
  const data = new FormData(form);
  data.set("key", repeat.key);
  data.set("F.Day", repeat.day);
  const answer = await fetch(`${address}?handler=Submit`, { method: "POST", body: data }).catch(() => null);
  if (answer === null || answer.status >= 500) return false;
  const number = /\/filings\/(XW-[^/?]+)$/.exec(answer.url)?.[1];
  if (number === undefined) return answer.url.includes("/signin") ? false : fail(repeat);
  localStorage.removeItem(prefix + repeat.key);
  toast(say("sent", number), "info", 0);
  return true;
}

function fail(repeat: Repeat): true {
  localStorage.setItem(prefix + repeat.key, JSON.stringify({ ...repeat, hasFailed: true } satisfies Repeat));
  return true;
}

function show(): void {
  const repeats = kept();
  const failed = repeats.find(({ hasFailed }) => hasFailed);
  box.hidden = repeats.length === 0;
  if (failed !== undefined) {
    const open = document.createElement("a");
    open.href = `${address}?from=${encodeURIComponent(failed.from)}`;
    open.textContent = `${say("open")} ${failed.from}`;
    const drop = button(say("drop"), () => {
      localStorage.removeItem(prefix + failed.key);
      show();
    });
    fill(say("failed"), open, drop);
  } else if (repeats.length > 0) fill(say("waiting", String(repeats.length)));
}

function fill(text: string, ...more: HTMLElement[]): void {
  const said = document.createElement("p");
  said.textContent = text;
  box.replaceChildren(said, ...more);
  box.hidden = false;
}

/** Nothing where the browser refuses storage. */
function kept(): Repeat[] {
  try {
    const keys = Object.keys(localStorage).filter(key => key.startsWith(prefix));
    return keys.map(key => JSON.parse(localStorage.getItem(key) ?? "null") as Repeat);
  } catch {
    return [];
  }
}

function tomorrow(): string {
  return new Date(Date.now() + 24 * 3600_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
}
