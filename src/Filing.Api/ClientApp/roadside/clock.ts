// The trusted present: the service's time carried on by the phone's clocks, never the phone's own word.

/** What the service's clock said when the phone's said `wallMs`. */
export interface Mark {
  serverMs: number;
  wallMs: number;
}

/** Below it a wrong phone clock is not worth a word. */
export const noticeableMs = 120_000;
const stepMs = 2_000;

export class TrustedClock {
  private mark: Mark | null = null;
  private steadyMs: number | null = null;

  /** @param wall the phone's clock. @param steady milliseconds that only grow, but may stand still while the phone sleeps. */
  constructor(
    private readonly wall: () => number,
    private readonly steady: () => number,
  ) {}

  /** An answer came: `serverMs` was the service's present within the request. */
  set(serverMs: number, sentSteadyMs: number): Mark {
    const half = Math.max(0, (this.steady() - sentSteadyMs) / 2);
    this.mark = { serverMs: serverMs + half, wallMs: this.wall() };
    this.steadyMs = this.steady();
    return this.mark;
  }

  /** A mark of an earlier visit: good as long as the phone's clock has not gone back behind it. */
  recall(mark: Mark): void {
    if (this.mark !== null) return;
    this.mark = mark;
    this.steadyMs = null;
  }

  /** Null: nothing to trust. The longer of the two clocks counts, so a list can look too old, never too young. */
  now(): number | null {
    if (this.mark === null) return null;
    const byWall = this.wall() - this.mark.wallMs;
    if (this.steadyMs !== null) return this.mark.serverMs + Math.max(byWall, this.steady() - this.steadyMs);
    return byWall < -stepMs ? null : this.mark.serverMs + Math.max(0, byWall);
  }

  /** How far the phone's clock is ahead of the service's, in milliseconds; null when unknown. */
  ahead(): number | null {
    const now = this.now();
    return now === null ? null : this.wall() - now;
  }
}
