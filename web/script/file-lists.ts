import { isRecord } from "./answers.ts";

const firstWait = 2000;
const longestWait = 30_000;

interface Around {
  /** Files that are shown by themselves while they are on their way. */
  readonly hidden: () => ReadonlySet<string>;
  readonly say: (text: string) => void;
}

const rowsIn = (root: ParentNode): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>("li[data-file]"),
];

const textOf = (row: Element, selector: string): string =>
  row.querySelector(selector)?.textContent?.trim() ?? "";

/** What has become of files since they were last shown. */
const news = (before: ReadonlyMap<string, string>, rows: readonly HTMLElement[]): string =>
  rows
    .filter(({ dataset: { file = "", state = "" } }) => {
      const was = before.get(file);
      return was !== undefined && was !== state && (state === "clean" || state === "refused");
    })
    .map((row) => `${textOf(row, ".file-name > :first-child")}: ${textOf(row, ".file-state")}`)
    .join(". ");

/** Puts a list in the place of another, and the focus where it was. */
const replace = (question: HTMLElement, next: Element): void => {
  const list = question.querySelector(".file-list");
  if (!list) return;
  const { activeElement } = document;
  const had = list.contains(activeElement);
  const file = activeElement?.closest<HTMLElement>("[data-file]")?.dataset["file"];
  list.replaceWith(document.adoptNode(next));
  if (!had) return;
  const same = file ? question.querySelector<HTMLElement>(`[data-file="${file}"] button`) : null;
  (same ?? question).focus();
};

/** The files as the server lists them: drawn by it alone, and fetched anew when something has become of one. */
export const fileLists = (section: HTMLElement, { hidden, say }: Around) => {
  const { address = "" } = section.dataset;
  let wait = firstWait;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const questions = () => [...section.querySelectorAll<HTMLElement>("section.files")];

  const settle = (): void => {
    for (const row of rowsIn(section)) row.hidden = hidden().has(row.dataset["file"] ?? "");
    for (const question of questions()) {
      const pick = question.querySelector<HTMLElement>(".pick");
      const form = question.querySelector<HTMLElement>(".add-file");
      if (form) form.hidden = true;
      if (!pick) continue;
      const hadFocus = pick.contains(document.activeElement);
      pick.hidden = !form;
      if (pick.hidden && hadFocus) question.focus();
    }
    clearTimeout(timer);
    if (section.isConnected && rowsIn(section).some(({ dataset }) => dataset["state"] === "checking"))
      timer = setTimeout(() => void poll(), wait);
  };

  const show = (page: ParentNode): void => {
    const fresh = page.querySelector<HTMLElement>(".attachments");
    if (!fresh) return;
    const before = new Map(
      rowsIn(section).map(({ dataset }) => [dataset["file"] ?? "", dataset["state"] ?? ""]),
    );
    section.dataset["revision"] = fresh.dataset["revision"] ?? "";
    for (const question of questions()) {
      const list = fresh.querySelector(`[data-field="${question.dataset["field"]}"] .file-list`);
      if (list) replace(question, list);
    }
    wait = firstWait;
    settle();
    const heard = news(before, rowsIn(section));
    if (heard) say(heard);
  };

  /** Shows what the server has now. Without contact the page stays as it is, and is looked at again later. */
  const refresh = async (query = ""): Promise<void> => {
    try {
      const response = await fetch(address + query, { headers: { accept: "text/html" } });
      if (response.ok) show(new DOMParser().parseFromString(await response.text(), "text/html"));
    } catch {
      settle();
    }
  };

  const poll = async (): Promise<void> => {
    wait = Math.min(longestWait, wait * 1.5);
    try {
      const response = await fetch(address, { headers: { accept: "application/json" } });
      const body: unknown = await response.json();
      const isNew = isRecord(body) && String(body["revision"] ?? "") !== section.dataset["revision"];
      if (response.ok && isNew) return await refresh();
    } catch {
      // Looked at again later.
    }
    settle();
  };

  return { questions, settle, show, refresh };
};
export type FileLists = ReturnType<typeof fileLists>;
