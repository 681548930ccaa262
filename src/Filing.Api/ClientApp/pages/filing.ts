// The clerk's form: a summary that follows, three steps on a phone, and a draft kept on this device until it is sent.
// Without script the form is one page and a check page.
import { countTrips, fitPlants, fitSlots } from "./filing/choices.ts";
import { keep, keepSent, restore, restoreKey } from "./filing/draft.ts";
import { form } from "./filing/form.ts";
import { locate } from "./filing/locate.ts";
import { showMap } from "./filing/map.ts";
import { followPlace } from "./filing/place.ts";
import { showSteps } from "./filing/steps.ts";
import { summariseSoon } from "./filing/summary.ts";

restoreKey();

form.addEventListener("input", event => {
  fitPlants();
  fitSlots();
  countTrips(event);
  followPlace(event);
  keep();
  summariseSoon();
});

form.addEventListener("submit", keepSent);

// After the page is drawn: opening a device's storage takes a slow phone a while.
setTimeout(restore);
fitSlots();

const locateButton = form.querySelector<HTMLElement>("[data-locate]");
locateButton?.addEventListener("click", () => locate(locateButton));

const mapButton = form.querySelector<HTMLElement>("[data-map]");
mapButton?.addEventListener("click", () => void showMap(mapButton));

if (matchMedia("(max-width: 47.99rem)").matches) showSteps();
