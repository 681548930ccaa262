// Keeps the page usable without a network. The service has a second and a half to send the page, then the stored one is shown.
// Files have a hash in their names and never change.
declare const self: ServiceWorkerGlobalScope;
declare const BUILD: string;
declare const FILES: string[];

const page = "/roadside";
const own = "roadside-";
const cacheName = own + BUILD;
const patienceMs = 1_500;

self.addEventListener("install", event => event.waitUntil(install()));
self.addEventListener("activate", event => event.waitUntil(activate()));
self.addEventListener("fetch", event => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && address.pathname === page) event.respondWith(pageFirst(event));
  else if (address.pathname.startsWith(`${page}/`)) event.respondWith(fileFirst(event.request));
});

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(FILES);
  await keepPage(await fetch(page, { headers: { Accept: "text/html" }, cache: "no-store" }).catch(() => null));
  await self.skipWaiting();
}

/** Removes older builds, but only once this one works without a network. */
async function activate(): Promise<void> {
  if ((await (await caches.open(cacheName)).match(page)) !== undefined) {
    for (const name of await caches.keys()) {
      if (name.startsWith(own) && name !== cacheName) await caches.delete(name);
    }
  }
  await self.clients.claim();
}

async function pageFirst(event: FetchEvent): Promise<Response> {
  const network = fetch(event.request).then(async response => {
    await keepPage(response.clone());
    return response;
  });
  event.waitUntil(network.catch(() => undefined));
  const late = new Promise<null>(resolve => setTimeout(resolve, patienceMs, null));
  const response = await Promise.race([network.catch(() => null), late]);
  return response ?? (await kept()) ?? (await network);
}

const kept = async (): Promise<Response | undefined> => (await (await caches.open(cacheName)).match(page)) ?? (await caches.match(page));

async function fileFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? (await fetch(request));
}

/** Stores only the page itself: no redirect to the sign-in, no error. */
async function keepPage(response: Response | null): Promise<void> {
  if (response !== null && response.ok && !response.redirected && response.type === "basic")
    await (await caches.open(cacheName)).put(page, response);
}

export {};
