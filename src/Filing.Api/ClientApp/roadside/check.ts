// The roadside check: five taps, one answer, with or without a network.
import type { Shown, Why } from "./answer.ts";
import { TrustedClock } from "./clock.ts";
import { begin, fill, isComplete, plateOf, press, toggle, waitsForSixth, type Typed } from "./entry.ts";
import { isWaiting, newItem, type Activity, type Item } from "./item.ts";
import { drawItems } from "./items.ts";
import { drawKeypad, listen } from "./keypad.ts";
import { answerFrom } from "./list.ts";
import { Lists } from "./lists.ts";
import { $, given, say, warn } from "./page.ts";
import { Panel } from "./panel.ts";
import { locate } from "./place.ts";
import { Queue } from "./queue.ts";
import { RecordForm, type Draft } from "./record.ts";
import { ScanView } from "./scanning.ts";
import { ask, type Reply, type Verdict } from "./server.ts";
import { drawStatus } from "./status.ts";
import { Full, Store } from "./store.ts";
import { Channel, recallText, rememberText } from "./optional.ts";
import { tools } from "./tools.ts";
import { keepFresh } from "./update.ts";

const listEveryMs = 5 * 60_000;
const sendEveryMs = 30_000;
const tickMs = 5_000;

const sixthMs = 600;

class Check {
  private prefix = recallText("prefix") ?? given.prefix;
  private typed: Typed = begin(this.prefix);
  private askedMs = 0;
  private turn = 0;
  private finds = false;
  private isOnline = navigator.onLine;
  private readonly clock = new TrustedClock(
    () => Date.now(),
    () => performance.now(),
  );
  private readonly lists: Lists;
  private readonly queue: Queue;
  private readonly scan: ScanView;
  private readonly form = new RecordForm(draft => this.keepRecord(draft));
  private readonly tabs = new Channel("roadside");
  private readonly panel = new Panel(this.clock, shown => ({
    again: () => void this.ask(shown.plate, shown.activity),
    record: () => this.openRecord(shown),
    activity: activity => void this.ask(shown.plate, activity),
  }));

  constructor(private readonly store: Store) {
    this.lists = new Lists(store, this.clock, given.language);
    this.queue = new Queue(store, this.clock, given.account, given.language, () => void this.itemsChanged());
    this.scan = new ScanView(this.lists, plate => this.take(plate));
    listen(
      key => this.key(key),
      text => this.take(text),
    );
    $("prefix").addEventListener("click", () => this.set(begin(this.typed.prefix === "" ? this.prefix : "")));
    $("new-energy").addEventListener("click", () => this.set(toggle(this.typed, !this.typed.newEnergy)));
    addEventListener("hashchange", () => this.showView());
    addEventListener("online", () => void this.wake());
    addEventListener("offline", () => this.setOnline(false));
    document.addEventListener("visibilitychange", () => void (document.hidden || this.wake()));
    this.tabs.hear(() => void this.itemsChanged(false));
    this.showView();
    this.set(this.typed);
  }

  async start(): Promise<void> {
    this.setOnline(this.isOnline);
    this.tick();
    void this.store.opened.then(isOpen => warn("store", isOpen ? null : say("storeNone")));
    const recalled = this.recall();
    setInterval(() => this.tick(), tickMs);
    setInterval(() => void (document.hidden || this.refreshList()), listEveryMs);
    setInterval(() => void (document.hidden || this.send()), sendEveryMs);
    // A store that is slow to open must not hold up the list of the service.
    await Promise.all([recalled, this.wake()]);
    const number = new URLSearchParams(location.search).get("n");
    if (number !== null) {
      // A reload must not ask again.
      history.replaceState(null, "", "/roadside");
      await this.scan.follow(number);
    }

    document.body.dataset["ready"] = "true";
  }

  private async recall(): Promise<void> {
    await this.lists.recall();
    this.tick();
    await this.itemsChanged(false);
  }

  /** Nothing is typed, shown or being written: a newer page may replace this one. */
  get isIdle(): boolean {
    return this.panel.shown === null && this.typed.serial === "" && !this.form.isOpen && location.hash === "";
  }

  private key(key: string): void {
    this.set(press(this.typed, key, performance.now() - this.askedMs));
  }

  /** A whole plate at once: pasted, or from a receipt. */
  private take(text: string): void {
    const typed = fill(text);
    if (typed === null) return;
    location.hash = "";
    this.set(typed);
  }

  private set(typed: Typed): void {
    const before = plateOf(this.typed);
    this.typed = typed;
    this.turn++;
    if (typed.prefix.length === 2 && typed.prefix !== this.prefix) rememberText("prefix", (this.prefix = typed.prefix));
    if (isComplete(typed) && !typed.asked) {
      if (waitsForSixth(typed)) {
        const turn = this.turn;
        this.panel.show(null);
        setTimeout(() => void (turn === this.turn && this.askTyped()), sixthMs);
      } else this.askTyped();
    } else if (plateOf(typed) !== before) this.panel.show(null);
    drawKeypad(this.typed);
  }

  private askTyped(): void {
    this.typed = { ...this.typed, asked: true };
    drawKeypad(this.typed);
    this.askedMs = performance.now();
    void this.ask(plateOf(this.typed), "passing");
  }

  /** Shows the list's answer at once, and the service's as soon as it comes. */
  private async ask(plate: string, activity: Activity): Promise<void> {
    const turn = ++this.turn;
    const madeMs = Date.now();
    const askedAt = this.clock.now();
    const answer = answerFrom(this.lists.list, plate, askedAt);
    const listed = (why: Why, refusal: string | null = null, kept = false): Shown => ({
      kind: "list",
      plate,
      answer,
      list: this.lists.list,
      forged: this.lists.state === "forged",
      why,
      refusal,
      kept,
      activity,
    });
    this.panel.show(listed("asking"));
    const point = activity === "passing" ? null : await this.findPoint();
    // Without a point the service judges as if the truck were passing.
    const judged = point === null ? "passing" : activity;
    const place = point === null ? {} : { activity, lat: `${point.lat}`, lon: `${point.lon}` };
    const reply: Reply<Verdict> = navigator.onLine ? await ask(plate, given.language, place) : { kind: "unreachable" };
    this.heard(reply);
    if (reply.kind === "ok") {
      if (turn !== this.turn) return;
      this.panel.show({ kind: "verdict", plate, verdict: reply.body, activity: judged });
      return void this.panel.follow().catch(() => undefined);
    }

    if (reply.kind === "refused") {
      if (turn === this.turn) this.panel.show(listed("refused", `${reply.problem.sentence} (${reply.problem.code})`));
      return;
    }

    const { account } = given;
    const kept = await this.keep(
      newItem({ kind: "check", account, plate, madeMs, atMs: askedAt, said: answer.colour, activity: judged, point }),
    );
    if (turn === this.turn) this.panel.show(listed(reply.kind, null, kept));
  }

  private async findPoint(): Promise<Item["point"]> {
    warn("place", say("locating"));
    const spot = await locate();
    warn("place", spot === null ? say("noPlace") : null);
    return spot === null ? null : { lat: spot.lat, lon: spot.lon };
  }

  private openRecord(shown: Shown): void {
    this.form.open(shown.plate, shown.kind === "list" ? shown.answer.colour : "", shown.activity);
    location.hash = "record";
  }

  private async keepRecord(draft: Draft): Promise<boolean> {
    const point = draft.spot === null ? null : { lat: draft.spot.lat, lon: draft.spot.lon };
    const item = newItem({
      kind: "record",
      account: given.account,
      plate: draft.plate,
      madeMs: Date.now(),
      atMs: this.clock.now(),
      said: draft.said,
      activity: draft.activity,
      point,
      note: draft.note,
      photo: draft.photo,
    });
    if (!(await this.keep(item))) return false;
    location.hash = "items";
    void this.send();
    return true;
  }

  private async keep(item: Item): Promise<boolean> {
    try {
      await this.queue.add(item);
      warn("storage", null);
      return true;
    } catch (error) {
      warn("storage", say(error instanceof Full ? "storageFull" : "storageNone"));
      return false;
    }
  }

  private async wake(): Promise<void> {
    this.tick();
    await this.refreshList();
    await this.send();
  }

  private async refreshList(): Promise<void> {
    try {
      const came = await this.lists.refresh();
      warn("list", came === "forged" ? say("listForged") : null);
      this.setOnline(came !== "unreachable");
      warn("sign-in", came === "signed-out" ? say("why.signed-out") : null);
    } catch (error) {
      // This visit uses the new list all the same. Only the next visit without a network will not have it.
      this.setOnline(true);
      if (await this.store.opened) warn("storage", say(error instanceof Full ? "storageFull" : "listUnkept"));
    }
    this.tick();
  }

  private async send(): Promise<void> {
    if (!(await this.store.items()).some(item => isWaiting(item))) return;
    const came = await this.queue.send();
    if (came !== "sent") this.setOnline(came === "signed-out");
    warn("sign-in", came === "signed-out" ? say("why.signed-out") : null);
  }

  private heard(reply: Reply<Verdict>): void {
    if (reply.kind === "ok") this.clock.set(Date.parse(reply.body.at), reply.sentMs);
    this.setOnline(reply.kind !== "unreachable");
    this.tick();
  }

  private setOnline(isOnline: boolean): void {
    const came = isOnline && !this.isOnline;
    this.isOnline = isOnline;
    $("net").textContent = say(isOnline ? "online" : "offline");
    $("net").classList.toggle("off", !isOnline);
    if (came) void this.send();
  }

  /** Shows what changes with time: ages, a list that is too old, a wrong clock. */
  private tick(): void {
    drawStatus(this.lists, this.clock);
    this.panel.refresh(this.lists.list, this.clock.now());
  }

  private async itemsChanged(tell = true): Promise<void> {
    drawItems(await this.store.items(), item => void this.store.remove(item.id).then(() => this.itemsChanged()));
    if (tell) this.tabs.tell();
  }

  private showView(): void {
    const asked = location.hash.slice(1);
    const view = asked === "record" && !this.form.isOpen ? "" : asked;
    for (const name of ["check", "scan", "find", "record", "items"]) $(name).hidden = name !== (view === "" ? "check" : view);
    if (view === "find" && !this.finds) {
      this.finds = true;
      void import("./find.ts").then(find => find.listen(tools, this.lists, plate => this.take(plate)));
    }
    if (view === "scan") void this.scan.open();
    else this.scan.close();
    if (view !== "") $(view).querySelector<HTMLElement>("h2")?.focus();
  }
}

async function main(): Promise<void> {
  const check = new Check(new Store());
  // Private windows refuse or never answer: the page works without it.
  keepFresh(() => check.isIdle).catch(() => undefined);
  await check.start();
}

main().catch((error: unknown) => {
  warn("script", say("scriptBroken"));
  throw error;
});
