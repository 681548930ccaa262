// What one choice means for others.
import { all, form, input } from "./form.ts";

/** Only plants that take the chosen waste can be chosen. A single one that does is chosen. */
export function fitPlants(): void {
  const kind = form.querySelector<HTMLInputElement>("[name='F.Kind']:checked")?.value;
  for (const plant of all("[data-takes]")) {
    plant.disabled = kind !== undefined && !plant.dataset["takes"]?.split(" ").includes(kind);
    if (plant.disabled) plant.checked = false;
  }

  const [only, another] = all("[data-takes]:not(:disabled)");
  if (kind !== undefined && only !== undefined && another === undefined) only.checked = true;
}

/** What the service's clock said when the page was made, and when that was here. */
const made = { at: Number(form.dataset["now"] ?? 0), here: performance.now() };

/** A slot of today that is over cannot be chosen. */
export function fitSlots(): void {
  const isToday = form.querySelector<HTMLInputElement>("[name='F.Day']:checked")?.dataset["today"] === "yes";
  const now = new Date(made.at + performance.now() - made.here);
  const time = now.toLocaleTimeString("en-GB", { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit" });
  for (const slot of all("[data-until]")) {
    slot.disabled = isToday && (slot.dataset["until"] ?? "") <= time;
    if (slot.disabled) slot.checked = false;
    const chip = slot.parentElement;
    if (chip !== null) chip.hidden = slot.disabled;
  }
}

/** Somebody has typed a number of trips. */
let isOwnCount = false;

/** As many trips as the chosen tanks need, until somebody types another number. */
export function countTrips(event: Event): void {
  const trips = input("F.Trips");
  if (event.target === trips) isOwnCount = true;
  const tanks = all("[data-tank]:checked").map(truck => Number(truck.dataset["tank"]));
  const m3 = Number(input("F.M3").value);
  if (isOwnCount || tanks.length === 0 || !(m3 > 0)) return;
  const mean = tanks.reduce((sum, tank) => sum + tank, 0) / tanks.length;
  trips.value = String(Math.max(1, Math.ceil(m3 / mean)));
}
