// What a part that is loaded later needs of the page. It is handed over: a module that both import would be a file of its own.
import { clock, day, moment } from "./moments.ts";
import { $, button, el, given, icon, say } from "./page.ts";
import { display, normalise } from "./plate.ts";
import { call } from "./server.ts";

export const tools = { $, button, call, clock, day, display, el, given, icon, moment, normalise, say };

export type Tools = typeof tools;
