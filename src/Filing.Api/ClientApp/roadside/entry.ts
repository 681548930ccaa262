// What is typed so far. Pure: a key gives the next state, and the page asks when a plate is complete.
import { isNewEnergy, isPlate, normalise, provinces } from "./plate.ts";

export interface Typed {
  prefix: string;
  serial: string;
  newEnergy: boolean;
  /** The page has asked about this plate: the next key begins another. */
  asked: boolean;
}

export type Key = string | "back";

/** A sixth character pressed this soon after the question still belongs to the plate, if that makes it a new-energy one. */
export const graceMs = 1500;

export const begin = (prefix: string): Typed => ({ prefix, serial: "", newEnergy: false, asked: false });

export const plateOf = (entry: Typed): string => entry.prefix + entry.serial;

export const lengthOf = (entry: Typed): number => (entry.newEnergy ? 6 : 5);

/** Long enough, and a plate. The page asks no sooner. */
export const isComplete = (entry: Typed): boolean => entry.serial.length === lengthOf(entry) && isPlate(plateOf(entry));

export const isWrong = (entry: Typed): boolean => entry.serial.length === lengthOf(entry) && !isPlate(plateOf(entry));

/** A plate that begins like a small new-energy one may get a sixth character: the page waits for it. */
export const waitsForSixth = (typed: Typed): boolean => !typed.newEnergy && /^[DF][A-HJ-NP-Z0-9][0-9]{3}$/.test(typed.serial);

/** Whether this key could come next. The others are dimmed. */
export function takes(entry: Typed, key: string): boolean {
  if (entry.prefix.length === 0) return provinces.includes(key);
  if (entry.prefix.length === 1) return /^[A-HJ-NP-Z]$/.test(key);
  if (key === "挂") return !entry.newEnergy && !entry.asked && entry.serial.length === 4;
  return /^[A-HJ-NP-Z0-9]$/.test(key);
}

/** @param sinceAskedMs how long ago the page asked about the plate, if it did. */
export function press(entry: Typed, key: Key, sinceAskedMs = Infinity): Typed {
  if (key === "back") return back(entry);
  if (!takes(entry, key)) return entry;
  if (entry.prefix.length < 2) return { ...entry, prefix: entry.prefix + key, serial: "", asked: false };
  if (entry.asked && sinceAskedMs <= graceMs && !entry.newEnergy && isNewEnergy(plateOf(entry) + key))
    return { ...entry, serial: entry.serial + key, newEnergy: true, asked: false };
  if (entry.asked) return { ...entry, serial: key, asked: false };
  return entry.serial.length < lengthOf(entry) ? { ...entry, serial: entry.serial + key } : entry;
}

/** Switches between seven and eight characters. What was typed stays; after a question the toggle begins the next plate. */
export function toggle(entry: Typed, newEnergy: boolean): Typed {
  if (newEnergy === entry.newEnergy) return entry;
  return { ...entry, newEnergy, serial: entry.asked ? "" : entry.serial.slice(0, 5), asked: false };
}

/** A whole plate at once: pasted, scanned, or from a list. Null: it is not a plate. */
export function fill(raw: string): Typed | null {
  const plate = normalise(raw);
  return isPlate(plate) ? { prefix: plate.slice(0, 2), serial: plate.slice(2), newEnergy: isNewEnergy(plate), asked: false } : null;
}

function back(entry: Typed): Typed {
  if (entry.asked) return { ...entry, serial: entry.serial.slice(0, -1), asked: false };
  if (entry.serial.length > 0) return { ...entry, serial: entry.serial.slice(0, -1) };
  return entry.prefix.length === 1 ? { ...entry, prefix: "" } : entry;
}
