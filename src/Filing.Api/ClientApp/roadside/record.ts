// The form of an on-site record: photo, place, a few words. It is stored on the phone first, then sent.
import { activities, type Activity } from "./item.ts";
import { $, button, el, say, warn } from "./page.ts";
import { smaller } from "./photo.ts";
import { locate, type Spot } from "./place.ts";
import { display } from "./plate.ts";

export interface Draft {
  plate: string;
  /** The list's answer about this plate, if it was the list that answered. */
  said: string;
  activity: Activity;
  spot: Spot | null;
  note: string;
  photo: Blob | null;
}

export class RecordForm {
  private draft: Draft | null = null;

  /** @param submit resolves to false if the record could not be stored: the form then stays as it is. */
  constructor(private readonly submit: (draft: Draft) => Promise<boolean>) {
    $("record-form").addEventListener("submit", event => {
      event.preventDefault();
      void this.finish();
    });
    $<HTMLInputElement>("photo").addEventListener("change", event => void this.takePhoto(event.target as HTMLInputElement));
  }

  get isOpen(): boolean {
    return this.draft !== null;
  }

  open(plate: string, said: string, activity: Activity): void {
    this.draft = { plate, said, activity, spot: null, note: "", photo: null };
    $("record-plate").textContent = display(plate);
    $<HTMLTextAreaElement>("note").value = "";
    $<HTMLInputElement>("photo").value = "";
    $("photo-shown").replaceChildren();
    this.choose(activity);
    void this.findPlace(this.draft);
  }

  private choose(activity: Activity): void {
    if (this.draft !== null) this.draft.activity = activity;
    $("record-activity").replaceChildren(
      ...activities.map(each => {
        const chip = button(say(`activity.${each}`), "chip", () => this.choose(each));
        chip.setAttribute("aria-pressed", String(each === activity));
        return chip;
      }),
    );
  }

  private async findPlace(draft: Draft): Promise<void> {
    $("place").textContent = say("placeWaiting");
    draft.spot = await locate();
    if (draft === this.draft)
      $("place").textContent =
        draft.spot === null
          ? say("placeRefused")
          : say("placeFound", draft.spot.lat.toFixed(5), draft.spot.lon.toFixed(5), draft.spot.accuracyM);
  }

  private async takePhoto(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    const { draft } = this;
    if (file === undefined || draft === null) return;
    const photo = await smaller(file);
    // Meanwhile the form may have been opened for another truck.
    if (draft !== this.draft) return;
    draft.photo = photo;
    if (photo === null) return void $("photo-shown").replaceChildren(say("photoFailed"));
    const shown = el("img", { src: URL.createObjectURL(photo), alt: say("photoAdded", Math.ceil(photo.size / 1024)) });
    $("photo-shown").replaceChildren(
      shown,
      button(say("remove"), "small", () => {
        URL.revokeObjectURL(shown.src);
        input.value = "";
        draft.photo = null;
        $("photo-shown").replaceChildren();
      }),
    );
  }

  private async finish(): Promise<void> {
    if (this.draft === null) return;
    const draft = { ...this.draft, note: $<HTMLTextAreaElement>("note").value.trim() };
    $<HTMLButtonElement>("record-send").disabled = true;
    const isKept = await this.submit(draft);
    $<HTMLButtonElement>("record-send").disabled = false;
    warn("record", isKept ? null : say("recordUnsaved"));
    if (isKept) this.draft = null;
  }
}
