import { isRecord } from "./answers.ts";

interface Other {
  readonly name: string;
  readonly at: string;
}

/** Who else is in the section, as the answer to a save says; undefined when it does not. */
const othersIn = (body: unknown): readonly Other[] | undefined => {
  const others = isRecord(body) ? body["others"] : undefined;
  if (!Array.isArray(others)) return undefined;
  return others.flatMap((one: unknown) => {
    const { name, at } = isRecord(one) ? one : {};
    return typeof name === "string" && typeof at === "string" ? [{ name, at }] : [];
  });
};

/** Shows who else is in the section. Gives the lines about those who were not there before, to be read aloud once. */
export const showOthers = (
  list: HTMLElement | null,
  body: unknown,
  clock: (iso: string) => string,
): readonly string[] => {
  const others = othersIn(body);
  if (!list || !others) return [];
  const there = new Set([...list.children].map((line) => line.getAttribute("data-name")));
  const lines = others.map(({ name, at }) => {
    const line = document.createElement("li");
    line.dataset["name"] = name;
    line.textContent = (list.dataset["words"] ?? "").replace("%n", () => name).replace("%t", () => clock(at));
    return line;
  });
  list.replaceChildren(...lines);
  return lines
    .filter(({ dataset }) => !there.has(dataset["name"] ?? ""))
    .map(({ textContent }) => textContent ?? "");
};
