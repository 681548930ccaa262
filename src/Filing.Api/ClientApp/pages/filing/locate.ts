import { form, input, say } from "./form.ts";

/** Fills in the place where the device is, in WGS-84 as browsers give it. */
export function locate(button: HTMLElement): void {
  const word = button.textContent;
  button.textContent = say("locating");
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      input("F.Point").value = `${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`;
      input("F.Datum").checked = false;
      button.textContent = word;
      form.dispatchEvent(new Event("input"));
    },
    () => {
      button.textContent = say("noLocation");
    },
    { enableHighAccuracy: true, timeout: 15_000 },
  );
}
