// A map to pick the place on. Leaflet and the schematic are loaded when the map is opened, not before.
import { button as makeButton, need } from "../shared/dom.ts";
import { form } from "./form.ts";
import { isWithin, placePoint, takePoint, townBox } from "./place.ts";
import type { Point } from "./point.ts";

interface LatLng {
  lat: number;
  lng: number;
}

interface Layer {
  addTo(map: LeafletMap): this;
}

interface Marker extends Layer {
  setLatLng(at: [number, number] | LatLng): this;
  getLatLng(): LatLng;
  on(event: "dragend", act: () => void): this;
}

interface LeafletMap {
  fitBounds(bounds: [[number, number], [number, number]]): this;
  setView(at: [number, number], zoom: number): this;
  getCenter(): LatLng;
  on(event: "click", act: (event: { latlng: LatLng }) => void): this;
}

interface Leaflet {
  map(element: HTMLElement, options: object): LeafletMap;
  marker(at: [number, number] | LatLng, options: object): Marker;
  geoJSON(data: object, options: object): Layer;
  circleMarker(at: LatLng, options: object): Layer & { bindTooltip(text: string, options: object): Layer };
  divIcon(options: object): object;
}

const library = "/lib/leaflet/";

export async function showMap(button: HTMLElement): Promise<void> {
  const box = need("#map", form);
  box.hidden = !box.hidden;
  button.setAttribute("aria-expanded", String(!box.hidden));
  if (box.hidden || box.childElementCount > 0) return;
  const leaflet = await load();
  const frame = document.createElement("div");
  const hint = document.createElement("p");
  frame.className = "map-frame";
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", button.textContent ?? "");
  hint.className = "hint";
  hint.textContent = `${button.dataset["schematic"] ?? ""} · ${button.dataset["hint"] ?? ""}`;
  box.append(frame, hint);

  const map = leaflet.map(frame, { attributionControl: false, zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false });
  const around = townBox();
  if (around !== null) map.fitBounds([[around[0], around[1]], [around[2], around[3]]]);
  const known = placePoint();
  // A point far away is most likely a slip: the map then shows the town.
  if (known !== null && (around === null || isWithin(known, around))) map.setView([known.lat, known.lon], 15);
  else if (around === null) map.setView([28.21, 113.28], 12);
  await draw(leaflet, map, button.dataset["town"] ?? "");

  let marker: Marker | null = null;
  const put = (at: Point): void => {
    const to: [number, number] = [at.lat, at.lon];
    if (marker !== null) marker.setLatLng(to);
    else {
      const icon = leaflet.divIcon({ className: "map-pin", iconSize: [28, 28], iconAnchor: [14, 14] });
      const made = leaflet.marker(to, { draggable: true, keyboard: false, icon }).addTo(map);
      made.on("dragend", () => take(made.getLatLng()));
      marker = made;
    }
  };
  const take = (at: LatLng): void => {
    put({ lat: at.lat, lon: at.lng });
    takePoint({ lat: at.lat, lon: at.lng }, false);
  };
  if (known !== null) put(known);
  map.on("click", event => take(event.latlng));
  frame.addEventListener("keydown", event => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    take(map.getCenter());
  });
  box.append(makeButton(button.dataset["pick"] ?? "", () => take(map.getCenter())));
  frame.focus();
}

/** Our own schematic of the town: its box, its places and, where they are drawn, its roads. */
async function draw(leaflet: Leaflet, map: LeafletMap, town: string): Promise<void> {
  const answer = await fetch(`/map/${encodeURIComponent(town)}.json`).catch(() => null);
  if (answer?.ok) leaflet.geoJSON((await answer.json()) as object, { style: { color: "#8c8c8c", weight: 3, fill: false } }).addTo(map);
  for (const spot of form.querySelectorAll<HTMLOptionElement>("#spot option[data-lat]")) {
    const at = { lat: Number(spot.dataset["lat"]), lng: Number(spot.dataset["lon"]) };
    leaflet.circleMarker(at, { radius: 5 }).bindTooltip(spot.label, { permanent: true, direction: "right" }).addTo(map);
  }
}

function load(): Promise<Leaflet> {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = `${library}leaflet.css`;
  const script = document.createElement("script");
  script.src = `${library}leaflet.js`;
  document.head.append(style, script);
  return new Promise((resolve, reject) => {
    script.onload = () => resolve((window as unknown as { L: Leaflet }).L);
    script.onerror = () => reject(new Error("The map could not be loaded."));
  });
}
