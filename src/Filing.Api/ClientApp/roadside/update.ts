// A newer version of the page replaces this one as soon as the officer is idle.

const lookEveryMs = 30 * 60_000;

export async function keepFresh(isIdle: () => boolean): Promise<void> {
  // Private windows and old browsers have none: there the page needs a network.
  if (navigator.serviceWorker === undefined) return;
  let isReplaced = false;
  const hadOne = navigator.serviceWorker.controller !== null;
  const reload = () => void (isReplaced && isIdle() && location.reload());
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    isReplaced = hadOne;
    reload();
  });
  document.addEventListener("visibilitychange", reload);
  const registration = await navigator.serviceWorker
    .register("/roadside-sw.js", { scope: "/roadside", updateViaCache: "none" })
    .catch(() => null);
  setInterval(() => void registration?.update().catch(() => undefined), lookEveryMs);
}
