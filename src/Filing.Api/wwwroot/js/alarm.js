// On the station's other pages: an emergency is said at once, and leads to the queue.
const alarm = document.getElementById("alarm");
const stream = new EventSource("/api/v1/events");
stream.addEventListener("review-requested", async event => {
  const number = JSON.parse(event.data).subject;
  const answer = await fetch("/station?handler=List").catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const line = [...page.querySelectorAll("[data-emergency]")].find(other => other.dataset.number === number);
  if (!line) return;
  const link = document.createElement("a");
  link.className = "button";
  link.href = `/station?n=${encodeURIComponent(number)}`;
  link.textContent = alarm.dataset.open;
  alarm.replaceChildren(`${alarm.dataset.emergency} ${line.querySelector("strong").textContent} `, link);
});
