// The panel with the current answer, and the room it takes.
import { draw, type Acts, type Shown } from "./answer.ts";
import type { TrustedClock } from "./clock.ts";
import { answerFrom, type List } from "./list.ts";
import { $, say, warn } from "./page.ts";
import { tools } from "./tools.ts";

export class Panel {
  private current: Shown | null = null;

  constructor(
    private readonly clock: TrustedClock,
    private readonly actsOn: (shown: Shown) => Acts,
  ) {
    $("more").addEventListener("click", () => this.widen(!this.isWide));
    addEventListener("resize", () => this.widen(this.isWide));
  }

  get shown(): Shown | null {
    return this.current;
  }

  show(shown: Shown | null): void {
    this.current = shown;
    $("hint").hidden = shown !== null;
    $("answer").hidden = shown === null;
    if (shown === null) warn("place", null);
    else draw(shown, this.clock.now(), this.actsOn(shown));
    this.widen(shown !== null && this.isWide);
  }

  /** Once the verdict stands: what else is known of the truck. */
  async follow(): Promise<void> {
    const shown = this.current;
    if (shown?.kind !== "verdict") return;
    const { traceOf } = await import("./trace.ts");
    shown.trace = await traceOf(tools, shown.plate, Date.parse(shown.verdict.at));
    if (this.current !== shown || shown.trace === null) return;
    $("answer").querySelector(".trace")?.replaceChildren(shown.trace);
    this.widen(this.isWide);
  }

  /** Time has passed, or the list is a newer one. */
  refresh(list: List | null, now: number | null): void {
    if (this.current?.kind === "list") this.show({ ...this.current, list, answer: answerFrom(list, this.current.plate, now) });
    // Drawing it again would take the focus away.
    else if (this.current !== null && !$("answer").contains(document.activeElement)) this.show(this.current);
  }

  private get isWide(): boolean {
    return document.body.classList.contains("wide");
  }

  /** An answer that is too long for its room can also take the keypad's; the next key brings the keypad back. */
  private widen(isWide: boolean): void {
    document.body.classList.toggle("wide", isWide && this.current !== null);
    const stage = $("stage");
    $("more").hidden = this.current === null || !(isWide || stage.scrollHeight > stage.clientHeight + 4);
    $("more").setAttribute("aria-expanded", String(isWide));
    $("more").textContent = say(isWide ? "lessRoom" : "moreRoom");
  }
}
