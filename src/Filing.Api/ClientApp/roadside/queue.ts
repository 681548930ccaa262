// Sends what was done without a network as soon as there is one. Sending an item twice changes nothing.
import type { TrustedClock } from "./clock.ts";
import { isWaiting, type Item } from "./item.ts";
import { ask, keepRecord, report, type Reply } from "./server.ts";
import type { Store } from "./store.ts";

/** Answered items stay this long, so that the officer sees the result. */
const keptMs = 48 * 3600_000;

export class Queue {
  constructor(
    private readonly store: Store,
    private readonly clock: TrustedClock,
    private readonly account: string,
    private readonly language: string,
    private readonly changed: () => void,
  ) {}

  async add(item: Item): Promise<void> {
    await this.store.put(item);
    this.changed();
  }

  /** Sends what waits, oldest first. Calls from this and other tabs run one after the other. */
  async send(): Promise<"sent" | "unreachable" | "signed-out"> {
    return await alone(async () => {
      const waiting = (await this.store.items()).filter(item => item.account === this.account && isWaiting(item)).reverse();
      for (const item of waiting) {
        const stopped = await this.sendOne(item);
        this.changed();
        if (stopped !== null) return stopped;
      }
      await this.prune();
      return "sent";
    });
  }

  /** Null: go on with the next item. */
  private async sendOne(item: Item): Promise<"unreachable" | "signed-out" | null> {
    const now = this.clock.now();
    if (item.at === null || (now !== null && Date.parse(item.at) > now)) item.at = this.corrected(item);
    if (item.kind === "record" && item.state === "waiting") {
      const told = await report(sightingOf(item), this.language);
      if (told.kind !== "ok") return await this.stop(item, told);
      const refused = told.body.refused[0];
      if (refused !== undefined) return await this.refuse(item, `${refused.sentence} (${refused.code})`);
      if (hasMore(item)) {
        const kept = await keepRecord(item.id, item.note, item.photo, this.language);
        if (kept.kind !== "ok") return await this.stop(item, kept);
      }

      item.state = "told";
      item.photo = null;
      await this.store.put(item);
    }

    const place =
      item.point !== null && item.activity !== "passing"
        ? { activity: item.activity, lat: `${item.point.lat}`, lon: `${item.point.lon}` }
        : {};
    const answer = await ask(item.plate, this.language, { at: item.at, ...place });
    if (answer.kind !== "ok") return await this.stop(item, answer);
    await this.store.put({ ...item, state: "answered", verdict: answer.body });
    return null;
  }

  /** An item that the service refuses for good keeps the reason. After any other failure it waits. */
  private async stop(item: Item, reply: Exclude<Reply<unknown>, { kind: "ok" }>): Promise<"unreachable" | "signed-out" | null> {
    if (reply.kind !== "refused") return reply.kind;
    if (reply.status >= 500 || reply.status === 429 || reply.status === 403) return "unreachable";
    return await this.refuse(item, `${reply.problem.sentence} (${reply.problem.code})`);
  }

  private async refuse(item: Item, refusal: string): Promise<null> {
    await this.store.put({ ...item, state: "refused", refusal });
    return null;
  }

  /** For an item made while no clock could be trusted, or dated in the future: now the error of the phone's clock is known. */
  private corrected(item: Item): string {
    return new Date(Math.min(item.madeMs - (this.clock.ahead() ?? 0), this.clock.now() ?? Infinity)).toISOString();
  }

  private async prune(): Promise<void> {
    for (const item of await this.store.items()) {
      if (item.state === "answered" && Date.now() - item.madeMs > keptMs) await this.store.remove(item.id);
    }
  }
}

/** One tab at a time. Without locks only this tab is kept in order: an item sent twice changes nothing. */
function alone<T>(act: () => Promise<T>): Promise<T> {
  if (navigator.locks !== undefined) return navigator.locks.request("roadside-send", act);
  const turn = last.then(act);
  last = turn.catch(() => undefined);
  return turn;
}

let last: Promise<unknown> = Promise.resolve();

const hasMore = (item: Item): boolean => item.note !== "" || item.photo !== null;

const sightingOf = (item: Item): object => ({
  id: item.id,
  source: "patrol",
  device: "roadside",
  plate: item.plate,
  at: item.at,
  activity: item.activity,
  vehicle: "vacuum",
  ...(item.point === null ? {} : { point: item.point }),
  ...(item.photo === null ? {} : { photo: `/api/v1/sightings/${item.id}/record` }),
});
