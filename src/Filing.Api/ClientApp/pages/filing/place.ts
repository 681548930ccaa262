// What is read from the field of a new place: its point, and whether it lies far from the town.
import { need } from "../shared/dom.ts";
import { form, input } from "./form.ts";
import { readPoint, type Datum, type Point } from "./point.ts";

const earthM = 6_371_008.8;

/** Follows the field, the datum and the list. */
export function followPlace(event: Event): void {
  const field = event.target instanceof Element ? event.target.id : "";
  if (field === "point") need("#datum-field", form).hidden = false;
  if (field !== "point" && field !== "datum" && field !== "spot") return;
  const text = input("F.Point").value;
  const found = readPoint(text, (form.querySelector<HTMLSelectElement>("#datum")?.value || null) as Datum | null);
  const read = need("#point-read", form);
  read.textContent = found === null ? "" : (read.dataset["read"] ?? "").replace("{0}", asText(found.point));
  askIfFar(found?.point ?? (text.trim() === "" ? spotPoint() : null));
}

/** A point in WGS-84, from the device or the map. Another datum is not offered for the device's own. */
export function takePoint(point: Point, isOwn: boolean): void {
  input("F.Point").value = asText(point);
  const datum = form.querySelector<HTMLSelectElement>("#datum");
  if (datum !== null) datum.value = "";
  need("#datum-field", form).hidden = isOwn;
  askIfFar(point);
  form.dispatchEvent(new Event("input"));
}

/** The point that is meant now. */
export function placePoint(): Point | null {
  const datum = (form.querySelector<HTMLSelectElement>("#datum")?.value || null) as Datum | null;
  return readPoint(input("F.Point").value, datum)?.point ?? spotPoint();
}

const asText = ({ lat, lon }: Point): string => `${lat.toFixed(6)}, ${lon.toFixed(6)}`;

function spotPoint(): Point | null {
  const spot = form.querySelector<HTMLSelectElement>("#spot")?.selectedOptions[0];
  return spot?.dataset["lat"] === undefined ? null : { lat: Number(spot.dataset["lat"]), lon: Number(spot.dataset["lon"]) };
}

/** South, west, north, east. */
type Box = [number, number, number, number];

/** Null where nothing is known of the town. */
export function townBox(): Box | null {
  const box = form.querySelector<HTMLElement>("[data-box]")?.dataset["box"]?.split(",").map(Number) ?? [];
  const [south, west, north, east] = box;
  return south === undefined || west === undefined || north === undefined || east === undefined ? null : [south, west, north, east];
}

function askIfFar(point: Point | null): void {
  const box = townBox();
  const isFar = point !== null && box !== null && !isWithin(point, box);
  need("#far-field", form).hidden = !isFar;
  const said = need("#far-said", form);
  said.hidden = !isFar;
  if (!isFar) {
    input("F.Far").checked = false;
    return;
  }

  const km = kilometres(point, { lat: (box[0] + box[2]) / 2, lon: (box[1] + box[3]) / 2 });
  need("span", said).textContent = (said.dataset["far"] ?? "").replace("{0}", Math.round(km).toLocaleString("en"));
}

export const isWithin = ({ lat, lon }: Point, [south, west, north, east]: Box): boolean =>
  lat >= south && lat <= north && lon >= west && lon <= east;

function kilometres(a: Point, b: Point): number {
  const turn = Math.PI / 180;
  const [lat, lon] = [Math.sin(((b.lat - a.lat) * turn) / 2), Math.sin(((b.lon - a.lon) * turn) / 2)];
  const chord = lat * lat + Math.cos(a.lat * turn) * Math.cos(b.lat * turn) * lon * lon;
  return (2 * earthM * Math.asin(Math.sqrt(chord))) / 1000;
}
