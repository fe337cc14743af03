import { showDuration } from "#shared/form/durations.ts";
import { isRecord } from "./answers.ts";
import { pageLanguage } from "./clock.ts";

const warnedAt = 5 * 60_000;

/** `last` when asking for more gave none. */
type Stage = "signed-in" | "warning" | "last" | "ended";

interface Outside {
  readonly say: (text: string) => void;
  /** Somebody is signed in again, here or in another window. */
  readonly back: () => void;
}

const find = (dialog: HTMLElement, selector: string) => dialog.querySelector<HTMLElement>(selector);

const show = (dialog: HTMLDialogElement, stage: Stage, left: number): void => {
  const text = find(dialog, "#session-text");
  const words = stage === "signed-in" ? "" : (dialog.dataset[stage] ?? "");
  if (text) text.textContent = words.replace("%s", showDuration(left, pageLanguage()));
  find(dialog, ".session-go-on")?.toggleAttribute("hidden", stage !== "warning");
  find(dialog, ".session-sign-in")?.toggleAttribute("hidden", stage === "warning");
  find(dialog, ".session-close")?.toggleAttribute("hidden", stage === "warning");
};

const fail = (dialog: HTMLElement, words = ""): void => {
  const line = find(dialog, ".session-failed");
  if (line) line.textContent = words;
};

/** Asks for more time. What cannot be read is an answer without any. */
const ask = async (address: string): Promise<unknown> => {
  const response = await fetch(address, { headers: { accept: "application/json" } });
  return response.status === 401 ? { sessionLeft: 0 } : response.json();
};

/**
 * Counts down to the end of the session, from what the server said and never by the device's clock, and warns before. All
 * windows share one session: each tells the others what it has heard.
 */
export const watchSession = (dialog: HTMLDialogElement, since: number, { say, back }: Outside) => {
  const { person, address = "" } = dialog.dataset;
  const channel = new BroadcastChannel("session");
  let ends = since + Number(dialog.dataset["sessionLeft"]);
  let stage: Stage = "signed-in";

  const become = (next: Stage, left: number) => {
    const before = stage;
    stage = next;
    show(dialog, stage, left);
    if (stage === before) return;
    fail(dialog);
    if (stage === "signed-in") dialog.close();
    else if (!dialog.open) dialog.showModal();
  };
  const look = () => {
    const left = ends - performance.now();
    if (left <= 0) become("ended", 0);
    else if (left <= warnedAt) become(stage === "last" ? "last" : "warning", left);
    else become("signed-in", left);
  };
  const learn = (left: number) => {
    ends = performance.now() + left;
    look();
  };
  /** What an answer of the server says of the session; true when it does. */
  const hear = (body: unknown): boolean => {
    const left = isRecord(body) ? body["sessionLeft"] : undefined;
    if (typeof left !== "number") return false;
    const isTheirs = !isRecord(body) || (body["person"] ?? person) === person;
    learn(isTheirs ? left : 0);
    if (isTheirs && left > 0) channel.postMessage({ person, left });
    return true;
  };
  const goOn = async () => {
    const heard = hear(await ask(address).catch(() => undefined));
    if (!heard) return fail(dialog, dialog.dataset["failed"]);
    if (stage === "signed-in") return say(dialog.dataset["wentOn"] ?? "");
    if (stage === "warning") become("last", ends - performance.now());
  };

  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (!isRecord(data) || typeof data["left"] !== "number") return;
    const isSame = data["person"] === person;
    // Use only ever makes a session longer: what came later by another way may have been said earlier.
    learn(isSame ? Math.max(data["left"], ends - performance.now()) : 0);
    if (isSame) back();
  });
  find(dialog, ".session-go-on")?.addEventListener("click", () => void goOn());
  find(dialog, ".session-close")?.addEventListener("click", () => dialog.close());
  channel.postMessage({ person, left: ends - performance.now() });
  const timer = setInterval(look, 1000);
  look();
  return {
    hear,
    stop: () => {
      clearInterval(timer);
      channel.close();
    },
  };
};
