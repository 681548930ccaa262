// What the page uses where the browser has and allows it. Without, it works all the same.

export function recallText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function rememberText(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Blocked or full: the next visit begins with the town's own.
  }
}

/** Tells the other tabs that something has changed. */
export class Channel {
  private readonly channel: BroadcastChannel | null;

  constructor(name: string) {
    this.channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name);
  }

  hear(act: () => void): void {
    this.channel?.addEventListener("message", act);
  }

  tell(): void {
    this.channel?.postMessage("changed");
  }
}
