import { readOrgNumber } from "#shared/form/values.ts";
import { isRecord } from "./answers.ts";

/** `name=answers.organisation address=…`: which inputs get what. */
const fillsOf = (input: HTMLInputElement): readonly (readonly [string, string])[] =>
  (input.dataset["fills"] ?? "").split(" ").map((pair) => {
    const [what = "", name = ""] = pair.split("=");
    return [what, name];
  });

/** Only what is empty: nothing that somebody typed gives way to the register without being asked to. */
const fillIn = (input: HTMLInputElement, answer: Readonly<Record<string, unknown>>): void => {
  for (const [what, name] of fillsOf(input)) {
    const other = input.form?.elements.namedItem(name);
    const value = answer[what];
    if (!(other instanceof HTMLInputElement) || other.value !== "" || typeof value !== "string") continue;
    other.value = value;
    other.dispatchEvent(new Event("input", { bubbles: true }));
  }
};

const ask = async (address: string): Promise<Readonly<Record<string, unknown>> | undefined> => {
  try {
    const response = await fetch(address, {
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(10_000),
    });
    const answer: unknown = await response.json();
    return response.ok && isRecord(answer) ? answer : undefined;
  } catch {
    return undefined;
  }
};

/** Asks the register about a number that has just been typed, and says what it said, or that nobody answered: then one types it oneself, or presses the button. */
export const lookUpWhenTyped = async (input: HTMLInputElement): Promise<void> => {
  const status = document.getElementById(`${input.id}-register`);
  const number = readOrgNumber(input.value);
  if (!status || !input.dataset["register"]) return;
  status.textContent = "";
  if (!number) return;
  const answer = await ask(input.dataset["register"] + number);
  if (readOrgNumber(input.value) !== number) return;
  if (!answer) {
    status.textContent = status.dataset["unanswered"] ?? "";
    return;
  }
  status.textContent = String(answer["line"] ?? "");
  status.classList.toggle("concern", answer["concern"] === true);
  if (answer["state"] === "found") fillIn(input, answer);
};
