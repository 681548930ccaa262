// The words that the page needs from the service. A test checks that both languages have them all.
export const wordKeys = [
  "online", "offline", "waiting", "askingLive", "live", "fromList", "notAVerdict", "stale", "askAgain", "wrongForm",
  "moreRoom", "lessRoom", "hint", "province", "cityLetter", "itemsLink",
  "justNow", "ago", "lessThanAMinute", "minutes", "hours", "hoursMinutes", "days",
  "word.filed", "word.wrong-place", "word.wrong-plant", "word.emergency", "word.pending", "word.revoked",
  "word.completed", "word.returned", "word.too-early", "word.too-late", "word.not-filed", "word.unsure",
  "list.listed", "list.list-old", "list.other-window", "list.not-listed", "list.no-list", "list.no-clock", "list.forged",
  "why.unreachable", "why.signed-out", "why.refused", "signIn", "kept", "call", "filing", "dispatch",
  "activityLabel", "activity.passing", "activity.working", "activity.discharging", "locating", "noPlace", "placeUnjudged",
  "colour.blue", "colour.yellow", "colour.green-small", "colour.green-large", "colour.white", "colour.black", "colour.other", "papersOver",
  "listLine", "listOld", "listNone", "listForged", "clockFast", "clockSlow", "clockUnknown", "storageFull", "storageNone",
  "storeNone", "listUnkept", "scriptBroken",
  "record", "recordUnsaved", "photoAdded", "photoFailed", "remove", "placeFound", "placeWaiting", "placeRefused",
  "item.check", "item.record", "item.waiting", "item.told", "item.answered", "item.refused", "item.said",
  "item.saidGreen", "item.saidAmber", "item.other", "item.dismiss",
  "scan.point", "scan.starting", "scan.refused", "scan.none", "scan.unknown", "scan.choose", "scan.badNumber",
  "typed",
  "trace.checks", "trace.runs", "trace.none", "find.none", "find.short", "find.some", "find.more", "find.seen",
  "kind.septic", "kind.grease", "kind.kitchen", "kind.industrial-wastewater", "kind.industrial-sludge", "kind.other", "kind.hazardous",
  "kind.municipal-pipe",
] as const;

export type WordKey = (typeof wordKeys)[number];
