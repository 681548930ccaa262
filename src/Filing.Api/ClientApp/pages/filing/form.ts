// The clerk's form and its fields.
import { need } from "../shared/dom.ts";

export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export const form = need<HTMLFormElement>("[data-filing]");

/** Where the form is sent, without the handler's name. */
export const address = form.getAttribute("action")?.split("?")[0] ?? "";

type Word = "kept" | "use" | "drop" | "next" | "back" | "of" | "locating" | "noLocation";

export const say = (word: Word): string => form.dataset[word] ?? "";

export const input = (name: string): HTMLInputElement => need<HTMLInputElement>(`[name="${name}"]`, form);

export const all = <T extends HTMLElement = HTMLInputElement>(selector: string): T[] => [...form.querySelectorAll<T>(selector)];

export const isChoice = (field: Field): field is HTMLInputElement => field.type === "radio" || field.type === "checkbox";
