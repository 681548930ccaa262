// Where the officer is: WGS-84, as browsers give it.

export type Spot = { lat: number; lon: number; accuracyM: number };

const patienceMs = 8_000;

/** Null: refused, or not found in time. */
export function locate(): Promise<Spot | null> {
  return new Promise(resolve => {
    if (!("geolocation" in navigator)) return resolve(null);
    navigator.geolocation.getCurrentPosition(
      found => resolve({ lat: found.coords.latitude, lon: found.coords.longitude, accuracyM: Math.round(found.coords.accuracy) }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 15_000 },
    );
  });
}
