// On the station's other pages: an emergency filing is announced at once, with a link to the queue.
import { need } from "./shared/dom.ts";

const alarm = need("#alarm");

new EventSource("/api/v1/events").addEventListener("review-requested", async (event: MessageEvent<string>) => {
  const { subject } = JSON.parse(event.data) as { subject: string };
  const answer = await fetch("/station?handler=List").catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const queue = new DOMParser().parseFromString(await answer.text(), "text/html");
  const line = [...queue.querySelectorAll<HTMLElement>("[data-emergencies] li")].find(other => other.dataset["number"] === subject);
  if (line === undefined) return;
  const link = document.createElement("a");
  link.className = "button";
  link.href = `/station?n=${encodeURIComponent(subject)}`;
  link.textContent = alarm.dataset["open"] ?? "";
  alarm.replaceChildren(`${alarm.dataset["emergency"]} ${line.textContent} `, link);
});
