// Files sent from the page itself, several at a time, each with its progress. Without this a file is sent from a page of its own.
import { isRecord } from "./answers.ts";
import { takeDropped } from "./drop-files.ts";
import { type FileLists, fileLists } from "./file-lists.ts";
import { inTurn } from "./in-turn.ts";
import { type Sent, sendFile } from "./send-file.ts";
import { type UploadRow, uploadRow, type Words } from "./upload-row.ts";
import { sendForm } from "./visit.ts";

interface Upload {
  readonly files: string;
  readonly field: string;
  readonly row: UploadRow;
  id?: string;
}

/** Outlives the page's content: who goes to another section meanwhile finds them again. */
const uploads = new Set<Upload>();
const takeTurn = inTurn(2);
let lists: FileLists | undefined;

const say = (text: string): void => {
  const line = document.getElementById("spoken");
  if (line) line.textContent = text;
};

const wordsOf = (section: HTMLElement): Words => {
  const words: unknown = JSON.parse(section.dataset["words"] ?? "{}");
  return isRecord(words)
    ? Object.fromEntries(Object.entries(words).map(([key, word]) => [key, String(word)]))
    : {};
};

const finish = (upload: Upload): void => {
  const list = upload.row.element.parentElement;
  uploads.delete(upload);
  upload.row.element.remove();
  list?.toggleAttribute("hidden", list.childElementCount === 0);
};

const wordKeys = { failed: "failed", "signed-out": "signedOut", refused: "refused" } as const;

const conclude = async (upload: Upload, sent: Sent, words: Words): Promise<void> => {
  if (sent.outcome === "uploaded") {
    upload.row.tell(words["uploaded"] ?? "");
    uploads.delete(upload);
    await lists?.refresh(`?arrived=${sent.id}`);
    return finish(upload);
  }
  if (sent.outcome === "cancelled") return finish(upload);
  const message = sent.outcome === "refused" ? sent.message : undefined;
  upload.row.tell(message ?? words[wordKeys[sent.outcome]] ?? "", { wrong: true, again: !message });
};

/** Tells how far it has come, in steps of ten per cent. */
const progressOf = (row: UploadRow, file: File, words: Words) => {
  let told = -1;
  return (percent: number): void => {
    const step = Math.floor(percent / 10) * 10;
    if (step <= told) return;
    told = step;
    row.tell((words["uploading"] ?? "").replace("%d", String(step)));
    if (step > 0) say((words["spoken"] ?? "").replace("%s", file.name).replace("%d", String(step)));
  };
};

const removeAt = (files: string, id: string) =>
  fetch(`${files}/${id}/removal`, { method: "POST", headers: { accept: "application/json" } }).catch(
    () => {},
  );

const start = (section: HTMLElement, question: HTMLElement, file: File): void => {
  const words = wordsOf(section);
  const { field = "", maxMegabytes } = question.dataset;
  const { files = "" } = section.dataset;
  let stop = new AbortController();
  const cancel = async () => {
    stop.abort();
    finish(upload);
    if (upload.id) await removeAt(files, upload.id);
    await lists?.refresh();
  };
  const run = () => {
    stop = new AbortController();
    row.tell(words["waiting"] ?? "");
    takeTurn(async () => {
      if (stop.signal.aborted) return;
      row.tell(words["reading"] ?? "");
      const hasId = (id: string) => {
        upload.id = id;
      };
      const progress = progressOf(row, file, words);
      const to = { file, field, files, signal: stop.signal, id: upload.id, hasId, progress };
      await conclude(upload, await sendFile(to), words);
    });
  };
  const row = uploadRow(file, words, { retry: run, cancel: () => void cancel() });
  const upload: Upload = { files, field, row };
  uploads.add(upload);
  place(section);
  const isTooLarge = file.size > Number(maxMegabytes) * 1024 * 1024;
  if (isTooLarge || file.size === 0)
    row.tell(words[isTooLarge ? "tooLarge" : "empty"] ?? "", { wrong: true });
  else run();
};

/** Files on their way stand under their question. */
const place = (section: HTMLElement): void => {
  for (const { files, field, row } of uploads) {
    if (files !== section.dataset["files"]) continue;
    const list = section.querySelector(`[data-field="${field}"] > .uploads`);
    if (row.element.parentElement !== list) list?.append(row.element);
    list?.removeAttribute("hidden");
  }
};

const removeFrom = async (form: HTMLFormElement): Promise<void> => {
  const visit = await sendForm(form, null);
  // Where it does not get through, the browser does it and shows what it is told.
  if (visit.outcome !== "page") return form.submit();
  lists?.show(visit.page);
  say(form.dataset["removal"] ?? "");
};

/** Takes a section of files into use. */
export const takeFiles = (section: HTMLElement): void => {
  lists = fileLists(section, {
    hidden: () => new Set([...uploads].flatMap(({ id }) => id ?? [])),
    say,
  });
  section.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset["removal"] === undefined) return;
    event.preventDefault();
    void removeFrom(form);
  });
  for (const question of lists.questions()) {
    const input = question.querySelector<HTMLInputElement>(".pick input");
    input?.addEventListener("change", () => {
      for (const file of input.files ?? []) start(section, question, file);
      input.value = "";
    });
    takeDropped(question, (file) => start(section, question, file));
  }
  place(section);
  lists.settle();
};
