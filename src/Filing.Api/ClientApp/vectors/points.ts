// Reads the places of the C# tests with the form's own code. The tests compare the answers.
import { readFileSync } from "node:fs";
import { readPoint, type Datum } from "../pages/filing/point.ts";

const cases = JSON.parse(readFileSync(0, "utf8")) as { text: string; datum: Datum | null }[];
console.log(JSON.stringify(cases.map(({ text, datum }) => readPoint(text, datum)?.point ?? null)));
