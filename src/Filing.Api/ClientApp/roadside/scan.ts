// Reads a receipt's code with the camera. The code only names a filing: the answer comes from the service or the list.

interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
declare const BarcodeDetector: { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> } | undefined;

export type Camera = { kind: "open"; found: Promise<string | null>; stop: () => void } | { kind: "refused" } | { kind: "none" };

const everyMs = 150;
/** Enough for a code that fills a quarter of the picture, and not too much for an old phone. */
const longestSide = 800;

/** From `https://…/r/<number>?w=<word>` or the number itself. Null: it is not one of ours. */
export function numberIn(text: string): string | null {
  const number = /(?:^|\/r\/)((?:XW|DD)-\d{6,12}-\d{8}-\d{4,})(?:$|[?#])/.exec(text.trim().toUpperCase().replace("/R/", "/r/"))?.[1];
  return number ?? null;
}

export async function open(video: HTMLVideoElement): Promise<Camera> {
  if (navigator.mediaDevices?.getUserMedia === undefined) return { kind: "none" };
  const detector = await decoder();
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
    video.srcObject = stream;
    await video.play();
    let stopped = false;
    const stop = () => {
      stopped = true;
      stream.getTracks().forEach(track => track.stop());
      video.srcObject = null;
    };
    return { kind: "open", found: look(video, detector, () => stopped), stop };
  } catch (error) {
    return {
      kind: error instanceof DOMException && (error.name === "NotAllowedError" || error.name === "SecurityError") ? "refused" : "none",
    };
  }
}

async function look(video: HTMLVideoElement, detector: Detector, stopped: () => boolean): Promise<string | null> {
  while (!stopped()) {
    for (const code of await detector.detect(video).catch(() => [])) {
      const number = numberIn(code.rawValue);
      if (number !== null) return number;
    }
    await new Promise(resolve => setTimeout(resolve, everyMs));
  }
  return null;
}

/** The browser's own decoder if it has one, else ours, which is loaded only now. */
async function decoder(): Promise<Detector> {
  if (typeof BarcodeDetector !== "undefined" && (await BarcodeDetector.getSupportedFormats()).includes("qr_code"))
    return new BarcodeDetector({ formats: ["qr_code"] });
  const { readCode } = await import("./qr.ts");
  const canvas = document.createElement("canvas");
  const drawing = canvas.getContext("2d", { willReadFrequently: true });
  return {
    async detect(source) {
      const video = source as HTMLVideoElement;
      const scale = Math.min(1, longestSide / Math.max(video.videoWidth, video.videoHeight, 1));
      [canvas.width, canvas.height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
      if (drawing === null || canvas.width === 0 || canvas.height === 0) return [];
      drawing.drawImage(video, 0, 0, canvas.width, canvas.height);
      const text = readCode(drawing.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height);
      return text === null ? [] : [{ rawValue: text }];
    },
  };
}
