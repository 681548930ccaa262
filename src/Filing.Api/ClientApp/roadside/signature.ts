// Verifies that a list is the service's: ECDSA P-256 with SHA-256 over its exact bytes, r followed by s.

export interface PublicKey {
  kty: string;
  crv: string;
  x: string;
  y: string;
  kid: string;
}

/** A list exactly as it was sent, so that its signature can be verified again. */
export interface SignedList {
  bytes: ArrayBuffer;
  signature: string;
  key: PublicKey;
}

export async function isGenuine(list: SignedList): Promise<boolean> {
  try {
    const { kty, crv, x, y } = list.key;
    const key = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
    return await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, bytesOf(list.signature), list.bytes);
  } catch {
    // A key or a signature that cannot be read proves nothing.
    return false;
  }
}

function bytesOf(base64Url: string): ArrayBuffer {
  const text = atob(base64Url.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(text, character => character.charCodeAt(0)).buffer;
}
