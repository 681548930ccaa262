// Where the officer is: WGS-84, as browsers give it.

export type Spot = { lat: number; lon: number; accuracyM: number };

const patienceMs = 8_000;

/** Null: refused, or not found in time. */
export function locate(): Promise<Spot | null> {
  return new Promise(resolve => {
    if (navigator.geolocation === undefined) return resolve(null);
    // The time-out below begins only once the officer has allowed it.
    setTimeout(resolve, 2 * patienceMs, null);
    navigator.geolocation.getCurrentPosition(
      found => resolve({ lat: found.coords.latitude, lon: found.coords.longitude, accuracyM: Math.round(found.coords.accuracy) }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 15_000 },
    );
  });
}
