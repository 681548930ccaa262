// Makes a photo small enough to send. It is drawn anew, so the camera's metadata is not sent.

/** The limit of the service (KeepRecord). */
export const mostBytes = 150 * 1024;

/** Null: this phone cannot read the picture, or it cannot be made small enough. */
export async function smaller(file: Blob): Promise<Blob | null> {
  try {
    const picture = await createImageBitmap(file);
    for (const [edge, quality] of [
      [1280, 0.7],
      [1280, 0.5],
      [1024, 0.5],
      [800, 0.4],
      [480, 0.4],
    ] as const) {
      const drawn = await draw(picture, edge, quality);
      if (drawn !== null && drawn.size <= mostBytes) return drawn;
    }
    return null;
  } catch {
    return null;
  }
}

function draw(picture: ImageBitmap, edge: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise(resolve => canvas.toBlob(resolve, "image/jpeg", quality));
}
