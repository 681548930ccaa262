// Answers the cases of the C# tests with the roadside page's own code. The tests compare the answers.
import { readFileSync } from "node:fs";
import { TrustedClock } from "../roadside/clock.ts";
import { begin, fill, isComplete, plateOf, press, toggle, type Typed } from "../roadside/entry.ts";
import { answerFrom, type List } from "../roadside/list.ts";
import { isNewEnergy, isPlate, normalise } from "../roadside/plate.ts";
import { readCode } from "../roadside/qr.ts";
import { numberIn } from "../roadside/scan.ts";
import { wordKeys } from "../roadside/words.ts";

interface Cases {
  plates: string[];
  lists: { list: List; asked: { plate: string; now: number | null }[] }[];
  keys: string[];
  numbers: string[];
  /** Grey pixels in base64, row by row. */
  codes: { width: number; height: number; grey: string }[];
  clocks: { steps: string[] }[];
}

const cases = JSON.parse(readFileSync(0, "utf8")) as Cases;

/** Types `keys` and returns the plates asked. `<` is backspace, `+` and `-` are the toggle, `~` lets the grace period pass. */
function type(keys: string): string {
  let typed: Typed = begin("湘A");
  let since = 0;
  const said: string[] = [];
  for (const key of keys) {
    if (key === "~") since = Infinity;
    else if (key === "+" || key === "-") typed = toggle(typed, key === "+");
    else typed = press(typed, key === "<" ? "back" : key, since);
    if (isComplete(typed) && !typed.asked) {
      said.push(plateOf(typed));
      typed = { ...typed, asked: true };
      since = 0;
    }
  }
  return said.join(" ") || `(${plateOf(typed)})`;
}

/**
 * Times in seconds. `set S`: the service says S. `wall W`, `steady T`: the phone's clocks. `visit`: a new visit.
 * `now`: adds the trusted time to the result.
 */
function follow(steps: string[]): (number | null)[] {
  let [wall, steady] = [0, 0];
  const make = () =>
    new TrustedClock(
      () => wall,
      () => steady,
    );
  let clock = make();
  let mark = null;
  const said: (number | null)[] = [];
  for (const [name, value] of steps.map(step => step.split(" "))) {
    const ms = Number(value ?? 0) * 1000;
    if (name === "wall") wall = ms;
    else if (name === "steady") steady = ms;
    else if (name === "set") mark = clock.set(ms, steady);
    else if (name === "visit") {
      clock = make();
      if (mark !== null) clock.recall(mark);
    } else said.push(clock.now() === null ? null : (clock.now() ?? 0) / 1000);
  }
  return said;
}

console.log(
  JSON.stringify({
    plates: cases.plates.map(raw => ({
      normalised: normalise(raw),
      valid: isPlate(normalise(raw)),
      newEnergy: isNewEnergy(normalise(raw)),
      filled: fill(raw) !== null,
    })),
    lists: cases.lists.map(({ list, asked }) =>
      asked.map(({ plate, now }) => {
        const { code, colour, ageMs } = answerFrom(list, plate, now);
        return { code, colour, ageMs };
      }),
    ),
    keys: cases.keys.map(type),
    numbers: cases.numbers.map(numberIn),
    codes: cases.codes.map(({ width, height, grey }) =>
      readCode(
        Uint8ClampedArray.from([...atob(grey)].flatMap(light => [light.charCodeAt(0), light.charCodeAt(0), light.charCodeAt(0), 255])),
        width,
        height,
      ),
    ),
    clocks: cases.clocks.map(({ steps }) => follow(steps)),
    words: wordKeys,
  }),
);
