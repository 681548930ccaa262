// The signed list on this phone. Its signature is verified when it comes and when it is read from storage.
import type { List } from "./list.ts";
import type { TrustedClock } from "./clock.ts";
import { isGenuine, type PublicKey, type SignedList } from "./signature.ts";
import { call } from "./server.ts";
import type { Store } from "./store.ts";

export type ListState = "none" | "good" | "forged";

export class Lists {
  list: List | null = null;
  state: ListState = "none";
  private keys: PublicKey[] = [];

  constructor(
    private readonly store: Store,
    private readonly clock: TrustedClock,
    private readonly language: string,
  ) {}

  /** Reads what an earlier visit stored. */
  async recall(): Promise<void> {
    const [mark, kept] = [await this.store.kept("mark"), await this.store.kept("list")];
    if (mark !== undefined) this.clock.recall(mark);
    if (kept !== undefined) await this.take(kept);
  }

  async refresh(): Promise<"fresh" | "forged" | "signed-out" | "unreachable"> {
    const reply = await call<List>("/checks/list", this.language);
    if (reply.kind === "signed-out") return reply.kind;
    if (reply.kind !== "ok") return "unreachable";
    const key = await this.keyOf(reply.response.headers.get("X-Key-Id") ?? "");
    if (key === null) return "unreachable";
    const signed = { bytes: reply.bytes, signature: reply.response.headers.get("X-Signature") ?? "", key };
    if (!(await isGenuine(signed))) {
      // The list of before is still good: only the new one is forged.
      if (this.list === null) this.state = "forged";
      return "forged";
    }

    const mark = this.clock.set(Date.parse(reply.body.madeAt), reply.sentMs);
    this.use(reply.body);
    await this.store.keep("list", signed);
    await this.store.keep("mark", mark);
    return "fresh";
  }

  private async take(kept: SignedList): Promise<void> {
    if (await isGenuine(kept)) this.use(JSON.parse(new TextDecoder().decode(kept.bytes)) as List);
    else if (this.list === null) this.state = "forged";
  }

  private use(list: List): void {
    if (this.list !== null && list.madeAt < this.list.madeAt) return;
    this.list = list;
    this.state = "good";
  }

  private async keyOf(id: string): Promise<PublicKey | null> {
    const known = this.keys.find(key => key.kid === id);
    if (known !== undefined) return known;
    const reply = await call<{ keys: PublicKey[] }>("/keys", this.language);
    if (reply.kind !== "ok") return null;
    this.keys = reply.body.keys;
    return this.keys.find(key => key.kid === id) ?? null;
  }
}
