// The view around the camera: what to do when there is none, a typed number, the plates of a receipt.
import { $, button, say } from "./page.ts";
import { platesOf } from "./list.ts";
import type { Lists } from "./lists.ts";
import { display } from "./plate.ts";
import { numberIn, open, type Camera } from "./scan.ts";

export class ScanView {
  private camera: Camera | null = null;

  constructor(
    private readonly lists: Lists,
    private readonly take: (plate: string) => void,
  ) {
    $("number-form").addEventListener("submit", event => {
      event.preventDefault();
      void this.find($<HTMLInputElement>("number").value);
    });
  }

  /** Opened from another camera's app, by the address in a receipt's code. */
  async follow(text: string): Promise<void> {
    const only = this.platesOf(numberIn(text) ?? "");
    if (only.length === 1 && only[0] !== undefined) return this.take(only[0]);
    location.hash = "scan";
    await this.find(text);
  }

  async open(): Promise<void> {
    this.tell(say("scan.starting"));
    $("scan-plates").replaceChildren();
    const video = $<HTMLVideoElement>("camera");
    const camera = await open(video);
    if (location.hash !== "#scan") return void (camera.kind === "open" && camera.stop());
    this.camera = camera;
    video.hidden = camera.kind !== "open";
    this.tell(camera.kind === "open" ? say("scan.point") : camera.kind === "refused" ? say("scan.refused") : say("scan.none"));
    const number = camera.kind === "open" ? await camera.found : null;
    if (number !== null) await this.resolve(number);
  }

  close(): void {
    if (this.camera?.kind === "open") this.camera.stop();
    this.camera = null;
    $<HTMLVideoElement>("camera").hidden = true;
  }

  /** The list has the plates of each number. A number recorded a moment ago is only on a newer list. */
  private async resolve(number: string): Promise<void> {
    this.close();
    $<HTMLInputElement>("number").value = number;
    if (this.platesOf(number).length === 0) await this.lists.refresh();
    const plates = this.platesOf(number);
    const only = plates[0];
    if (only === undefined) this.tell(say("scan.unknown", number));
    else if (plates.length === 1) this.take(only);
    else {
      this.tell(say("scan.choose", number));
      $("scan-plates").replaceChildren(...plates.map(plate => button(display(plate), "strong", () => this.take(plate))));
    }
  }

  private async find(text: string): Promise<void> {
    const number = numberIn(text);
    if (number === null) this.tell(say("scan.badNumber"));
    else await this.resolve(number);
  }

  private platesOf(number: string): string[] {
    return this.lists.list === null ? [] : platesOf(this.lists.list, number);
  }

  private tell(text: string): void {
    $("scan-says").textContent = text;
  }
}
