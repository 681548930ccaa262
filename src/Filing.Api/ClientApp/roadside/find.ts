// A plate of which only a part was read. Loaded when it is opened.
import type { Lists } from "./lists.ts";
import type { Tools } from "./tools.ts";
import type { WordKey } from "./words.ts";

interface Match {
  plate: string;
  colour: string | null;
  owner: string | null;
  seenAt: string | null;
}

type Take = (plate: string) => void;

export function listen(tools: Tools, lists: Lists, take: Take): void {
  tools.$("find-form").addEventListener("submit", event => {
    event.preventDefault();
    void find(tools, tools.$<HTMLInputElement>("part").value, lists, take);
  });
}

async function find(tools: Tools, text: string, lists: Lists, take: Take): Promise<void> {
  const { $, call, given, normalise, say } = tools;
  const part = normalise(text.replace(/\*/g, "?"));
  $("find-plates").replaceChildren();
  $("find-says").textContent = say("askingLive");
  const reply = await call<{ items: Match[]; more: boolean }>(`/checks/matches?${new URLSearchParams({ like: part })}`, given.language);
  if (reply.kind === "refused") return void ($("find-says").textContent = reply.problem.sentence || say("find.short"));
  const isLive = reply.kind === "ok";
  const items = isLive ? reply.body.items : onList(tools, lists, part);
  $("find-says").textContent =
    (isLive ? "" : say(`why.${reply.kind}`)) +
    say(items.length === 0 ? "find.none" : isLive && reply.body.more ? "find.more" : "find.some");
  $("find-plates").replaceChildren(...items.map(item => row(tools, item, take)));
}

function onList({ display }: Tools, { list }: Lists, part: string): Match[] {
  const known = part.replace(/\?/g, "");
  if (list === null || known.length < 2 || !/^[\p{L}\p{N}]+$/u.test(known)) return [];
  const pattern = new RegExp(part.replace(/\?/g, "."));
  const plates = [...new Set(list.entries.map(entry => entry.plate))].filter(plate => pattern.test(plate));
  return plates.slice(0, 20).map(plate => ({ plate: display(plate), colour: null, owner: null, seenAt: null }));
}

function row({ button, el, moment, say }: Tools, item: Match, take: Take): HTMLElement {
  const says = [
    item.colour === null ? "" : say(`colour.${item.colour}` as WordKey),
    item.owner ?? "",
    item.seenAt === null ? "" : say("find.seen", moment(item.seenAt)),
  ].filter(part => part !== "");
  const made = button("", "match", () => take(item.plate));
  made.append(el("b", {}, item.plate), el("span", {}, says.join(" · ")));
  return made;
}
