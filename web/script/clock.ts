import type { Language } from "#shared/domain/text.ts";
import { showDuration } from "#shared/form/durations.ts";

const minute = 60_000;
/** Minutes before the deadline at which the time left is also said aloud; at 0 that there is none. */
const spokenAt = [60, 15, 5, 0];

const say = (text: string): void => {
  const line = document.getElementById("spoken");
  if (line) line.textContent = text;
};

export const pageLanguage = (): Language => {
  const { lang } = document.documentElement;
  return lang === "nn" || lang === "en" ? lang : "nb";
};

const textOf = (line: HTMLElement, left: number): string =>
  left < 0
    ? (line.dataset["passed"] ?? "")
    : (line.dataset["words"] ?? "").replace("%s", showDuration(left, pageLanguage()));

/**
 * Makes the time left tick, counting from what the server said when it made the page. The device's own clock and zone
 * are never asked: they may be wrong, and it is the server's that decides.
 */
export const tick = (root: ParentNode, since: number): (() => void) => {
  const lines = [...root.querySelectorAll<HTMLElement>("[data-left]")];
  let before: number | undefined;
  const update = () => {
    for (const [i, line] of lines.entries()) {
      const left = Number(line.dataset["left"]) - (performance.now() - since);
      const text = textOf(line, left);
      if (line.textContent !== text) line.textContent = text;
      line.classList.toggle("urgent", left >= 0 && left < 15 * minute);
      if (i > 0) continue;
      const was = before ?? left;
      if (spokenAt.some((at) => was > at * minute && left <= at * minute)) say(text);
      before = left;
    }
  };
  const timer = lines.length > 0 ? setInterval(update, 1000) : undefined;
  return () => clearInterval(timer);
};
