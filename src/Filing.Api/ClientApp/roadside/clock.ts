// The trusted time: the service's last time plus what the phone's clocks have counted since.

/** The service's clock and the phone's at the same moment. */
export interface Mark {
  serverMs: number;
  wallMs: number;
}

/** A phone clock that is wrong by less is not worth a warning. */
export const noticeableMs = 120_000;
const stepMs = 2_000;

export class TrustedClock {
  private mark: Mark | null = null;
  private steadyMs: number | null = null;

  /** @param wall the phone's clock. @param steady a clock that never goes back, but may stop while the phone sleeps. */
  constructor(
    private readonly wall: () => number,
    private readonly steady: () => number,
  ) {}

  /** An answer came: `serverMs` was the service's time at some moment of the request. */
  set(serverMs: number, sentSteadyMs: number): Mark {
    const half = Math.max(0, (this.steady() - sentSteadyMs) / 2);
    this.mark = { serverMs: serverMs + half, wallMs: this.wall() };
    this.steadyMs = this.steady();
    return this.mark;
  }

  /** The mark of an earlier visit. It is good unless the phone's clock is now before it. */
  recall(mark: Mark): void {
    if (this.mark !== null) return;
    this.mark = mark;
    this.steadyMs = null;
  }

  /** Null: no time can be trusted. The clock that ran longer counts, so a list may look too old but never too new. */
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
