// All calls to the service. A failure has a kind, which decides what the page says.

export interface Problem {
  code: string;
  sentence: string;
}

export type Reply<T> =
  | { kind: "ok"; body: T; sentMs: number; response: Response; bytes: ArrayBuffer }
  | { kind: "refused"; status: number; problem: Problem }
  | { kind: "signed-out" }
  | { kind: "unreachable" };

export interface Verdict {
  code: string;
  colour: "green" | "amber" | "red";
  sentences: { zh: string; en: string };
  at: string;
  plate: string;
  rests: { source: string; number: string; from: string; to: string; sites: Area[]; plant: Area; job: Work | null }[];
  truck: { colour: string; ownerName: string | null; tankM3: number; papersUntil: string } | null;
  call: { kind: string; name: string | null; phone: string | null };
}

/** What was permitted; only the squad and those who lead it are told. */
export interface Work {
  place: string;
  kind: string;
  plant: string;
  m3: number;
}

export interface Area {
  point: { lat: number; lon: number };
  radiusM: number;
}

export interface Batch {
  accepted: number;
  duplicates: number;
  ignored: number[];
  refused: { index: number; code: string; sentence: string }[];
}

/** After this the list's answer must do. */
export const patienceMs = 8_000;

export async function call<T>(path: string, language: string, init: RequestInit = {}): Promise<Reply<T>> {
  const sentMs = performance.now();
  // Old browsers have no AbortSignal.timeout.
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), patienceMs);
  try {
    const response = await fetch(`/api/v1${path}`, {
      ...init,
      cache: "no-store",
      credentials: "same-origin",
      redirect: "error",
      signal: stop.signal,
      headers: { "Accept-Language": language, ...init.headers },
    });
    if (response.status === 401) return { kind: "signed-out" };
    const bytes = await response.arrayBuffer();
    if (!response.ok) return { kind: "refused", status: response.status, problem: problemOf(bytes, response.status) };
    const body = bytes.byteLength === 0 ? null : JSON.parse(new TextDecoder().decode(bytes));
    return { kind: "ok", body: body as T, sentMs, response, bytes };
  } catch {
    // No network, too slow, or cut off: to the officer it is the same.
    return { kind: "unreachable" };
  } finally {
    clearTimeout(late);
  }
}

export const ask = (plate: string, language: string, query: Record<string, string>): Promise<Reply<Verdict>> =>
  call(`/checks/${encodeURIComponent(plate)}?${new URLSearchParams(query)}`, language);

export const report = (sighting: object, language: string): Promise<Reply<Batch>> =>
  call("/sightings", language, { method: "POST", body: JSON.stringify([sighting]), headers: { "Content-Type": "application/json" } });

/** Sends the officer's note and photo. The sighting must be sent before. */
export async function keepRecord(id: string, note: string, photo: Blob | null, language: string): Promise<Reply<unknown>> {
  const body = JSON.stringify({ ...(note === "" ? {} : { note }), ...(photo === null ? {} : { photo: await base64(photo) }) });
  return await call(`/sightings/${encodeURIComponent(id)}/record`, language, {
    method: "PUT",
    body,
    headers: { "Content-Type": "application/json" },
  });
}

function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

function problemOf(bytes: ArrayBuffer, status: number): Problem {
  try {
    const problem = JSON.parse(new TextDecoder().decode(bytes)) as { code?: string; detail?: string; title?: string };
    return { code: problem.code ?? `HTTP ${status}`, sentence: problem.detail ?? problem.title ?? "" };
  } catch {
    // Something between the phone and the service has answered.
    return { code: `HTTP ${status}`, sentence: "" };
  }
}
