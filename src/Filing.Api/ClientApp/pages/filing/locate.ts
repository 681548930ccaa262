// The place where the device is, in WGS-84 as browsers give it, with its error.
import { button as makeButton, need } from "../shared/dom.ts";
import { form, say } from "./form.ts";
import { takePoint } from "./place.ts";

/** In metres: a position that may be off by more is asked back. */
const coarse = 100;

export function locate(button: HTMLElement): void {
  const word = button.textContent;
  button.textContent = say("locating");
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      button.textContent = word;
      const point = { lat: coords.latitude, lon: coords.longitude };
      const metres = String(Math.round(coords.accuracy));
      const said = need("#point-read", form);
      if (coords.accuracy <= coarse) {
        takePoint(point, true);
        said.textContent = (button.dataset["gps"] ?? "").replace("{0}", metres);
        return;
      }

      const use = makeButton(button.dataset["useIt"] ?? "", () => {
        takePoint(point, true);
        said.textContent = (button.dataset["gps"] ?? "").replace("{0}", metres);
      });
      said.replaceChildren((button.dataset["coarse"] ?? "").replace("{0}", metres), " ", use);
    },
    () => {
      button.textContent = say("noLocation");
    },
    { enableHighAccuracy: true, timeout: 15_000 },
  );
}
