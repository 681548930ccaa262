// Reads a point out of what people paste, as Map/PointText.cs does: vectors hold the two against each other. In China no number can be
// both a latitude and a longitude, so the order needs no question.
export type Datum = "wgs84" | "gcj02" | "bd09";

export interface Point {
  lat: number;
  lon: number;
}

export interface Found {
  point: Point;
  datum: Datum;
}

const link = "://";
const pinned = /!3d(-?\d+\.\d+)!4d(-?\d+\.\d+)/;
const degrees = /(\d{1,3}(?:\.\d+)?)\s*[°º度]\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’分]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”秒]|''|′′))?/g;
const saidDatum = /(?:coord_?type|coordinate|coordsys)=(wgs84ll|wgs84|gcj02ll|gcj02|bd09ll|bd09)/;
const shifted = /amap|gaode|autonavi|map\.qq|apis\.map\.qq|tencent|google|goo\.gl|apple|weixin|wechat/;

/** The point in WGS-84, and the datum it was given in. `said`: what the writer names; a link's own map is believed first. */
export function readPoint(text: string, said: Datum | null): Found | null {
  const plain = narrow(text);
  const datum = datumOf(plain) ?? said ?? "wgs84";
  const found = pairIn(plain);
  return found === null ? null : { point: toWgs84(found, datum), datum };
}

function pairIn(text: string): Point | null {
  const isLink = text.includes(link);
  const pin = isLink ? pinned.exec(text) : null;
  if (pin !== null) return ordered(Number(pin[1]), Number(pin[2]));
  let numbers = isLink ? [] : [...text.matchAll(degrees)].map(([, d, m, s]) => Number(d) + Number(m ?? 0) / 60 + Number(s ?? 0) / 3600);
  if (numbers.length < 2) numbers = [...text.matchAll(isLink ? /-?\d+\.\d+/g : /-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
  for (let i = 1; i < numbers.length; i++) {
    const point = ordered(numbers[i - 1] ?? 0, numbers[i] ?? 0);
    if (point !== null) return point;
  }

  return null;
}

const isPlausible = (lat: number, lon: number): boolean => lon >= 72 && lon <= 137.9 && lat >= 0.8 && lat <= 55.9;

const ordered = (first: number, second: number): Point | null =>
  isPlausible(first, second) ? { lat: first, lon: second } : isPlausible(second, first) ? { lat: second, lon: first } : null;

/** Percent signs decoded, full-width characters made narrow. */
function narrow(text: string): string {
  let plain = text;
  try {
    plain = decodeURIComponent(text);
  } catch {
    // A percent sign that begins nothing: the text as it is.
  }

  return plain
    .replace(/[！-～]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/。/g, ".")
    .replace(/、/g, ",")
    .toLowerCase();
}

function datumOf(text: string): Datum | null {
  if (!text.includes(link)) return null;
  const said = saidDatum.exec(text)?.[1];
  if (said !== undefined) return said.startsWith("wgs") ? "wgs84" : said.startsWith("gcj") ? "gcj02" : "bd09";
  return text.includes("baidu") ? "bd09" : shifted.test(text) ? "gcj02" : "wgs84";
}

export function toWgs84(point: Point, datum: Datum): Point {
  if (datum === "wgs84") return point;
  const gcj = datum === "bd09" ? inverse(point, toBd09, 5) : point;
  return inverse(gcj, toGcj02, 10);
}

function inverse(point: Point, shift: (point: Point) => Point, rounds: number): Point {
  let guess = point;
  for (let i = 0; i < rounds; i++) {
    const there = shift(guess);
    guess = { lat: guess.lat + point.lat - there.lat, lon: guess.lon + point.lon - there.lon };
  }

  return guess;
}

function toBd09({ lat, lon }: Point): Point {
  const turn = (Math.PI * 3000) / 180;
  const radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * turn);
  const angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * turn);
  return { lat: radius * Math.sin(angle) + 0.006, lon: radius * Math.cos(angle) + 0.0065 };
}

function toGcj02({ lat, lon }: Point): Point {
  if (lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271) return { lat, lon };
  const { PI: pi, sin, sqrt, abs } = Math;
  const [x, y] = [lon - 105, lat - 35];
  const waves = ((20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2) / 3;
  const north =
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + waves +
    ((20 * sin(y * pi) + 40 * sin((y / 3) * pi)) * 2) / 3 + ((160 * sin((y / 12) * pi) + 320 * sin((y / 30) * pi)) * 2) / 3;
  const east =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + waves +
    ((20 * sin(x * pi) + 40 * sin((x / 3) * pi)) * 2) / 3 + ((150 * sin((x / 12) * pi) + 300 * sin((x / 30) * pi)) * 2) / 3;
  const [axis, squared, latitude] = [6378245.0, 0.00669342162296594323, (lat * pi) / 180];
  const magic = 1 - squared * sin(latitude) ** 2;
  return {
    lat: lat + (north * 180) / (((axis * (1 - squared)) / (magic * sqrt(magic))) * pi),
    lon: lon + (east * 180) / ((axis / sqrt(magic)) * Math.cos(latitude) * pi),
  };
}
