// A picture in black and white.

/** Pixels, row by row: 1 is dark, 0 is light. */
export interface Bits {
  width: number;
  height: number;
  dark: Uint8Array;
}

/** Dark means darker than the mean of a window an eighth of the picture wide. `sums` gives each mean in four steps. */
export function binarise(pixels: Uint8ClampedArray, width: number, height: number): Bits {
  const sums = new Float64Array((width + 1) * (height + 1));
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0, row = 0; x < width; x++) {
      const i = (y * width + x) * 4;
      const light = (pixels[i]! * 77 + pixels[i + 1]! * 150 + pixels[i + 2]! * 29) >> 8;
      grey[y * width + x] = light;
      row += light;
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
    }
  }

  const half = Math.max(8, Math.min(width, height) >> 4);
  const dark = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - half), Math.min(height, y + half + 1)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - half), Math.min(width, x + half + 1)];
      const sum =
        sums[bottom * (width + 1) + right]! -
        sums[top * (width + 1) + right]! -
        sums[bottom * (width + 1) + left]! +
        sums[top * (width + 1) + left]!;
      const mean = sum / ((bottom - top) * (right - left));
      dark[y * width + x] = grey[y * width + x]! < mean * 0.92 - 2 ? 1 : 0;
    }
  }

  return { width, height, dark };
}

export const pixel = ({ width, height, dark }: Bits, x: number, y: number): number => {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  return column < 0 || row < 0 || column >= width || row >= height ? 0 : dark[row * width + column]!;
};
