import type { Saving } from "./keeper.ts";

const wordKeys = {
  saved: "saved",
  waiting: "waiting",
  saving: "saving",
  offline: "offline",
  refused: "refused",
  closed: "closed",
  conflict: "conflict",
  "signed-out": "signedOut",
} as const;

const bad: ReadonlySet<Saving["as"]> = new Set(["offline", "refused", "closed", "conflict", "signed-out"]);

/** The clock on the wall in Norway, whatever zone the device is set to. */
export const clock = (iso: string): string =>
  new Intl.DateTimeFormat("nb-NO", { timeZone: "Europe/Oslo", hour: "2-digit", minute: "2-digit" })
    .format(new Date(iso))
    .replace(":", ".");

const textOf = (line: HTMLElement, saving: Saving): string =>
  saving.as === "saved" && saving.at
    ? (line.dataset["savedAt"] ?? "").replace("%s", clock(saving.at))
    : (line.dataset[wordKeys[saving.as]] ?? "");

/** Nothing more is kept, so nothing more is taken; what stands there can be read and copied. */
export const lock = (form: HTMLFormElement): void => {
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea"))
    field.readOnly = true;
};

/** What was wrong and is so no more is said aloud once. */
const relief = (line: HTMLElement, { as }: Saving): string | undefined => {
  if (as === "saving") return undefined;
  const was = line.dataset["as"];
  line.dataset["as"] = as;
  return was === "signed-out" && as === "saved" ? line.dataset["savedAgain"] : undefined;
};

/**
 * Says under the buttons how saving goes. Only what is wrong is read aloud; that all is well is for the eye. Gives what is
 * to be said aloud when it is well again.
 */
export const showSaving = (line: HTMLElement, saving: Saving): string | undefined => {
  const text = line.querySelector(".saving-text");
  if (!text) return undefined;
  const isBad = bad.has(saving.as);
  const words = textOf(line, saving);
  line.hidden = false;
  line.classList.toggle("bad", isBad);
  if (isBad) text.setAttribute("role", "alert");
  else text.removeAttribute("role");
  if (text.textContent !== words) text.textContent = words;
  line.querySelector(".saving-sign-in")?.toggleAttribute("hidden", saving.as !== "signed-out");
  line.querySelector(".saving-conflict")?.toggleAttribute("hidden", saving.as !== "conflict");
  return relief(line, saving);
};
