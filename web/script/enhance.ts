// Everything works without this file. With it answers are saved while one writes, questions come and go with the answers
// they hang on, sums and time left stay right, and a page that cannot be fetched does not take what is written with it.
import { entriesOf, putBack } from "./answers.ts";
import { tick } from "./clock.ts";
import { showFigures } from "./figures.ts";
import { type Keeper, keepDraft, type Saving } from "./keeper.ts";
import { forget, localCopy } from "./local-copy.ts";
import { lookUpWhenTyped } from "./look-up.ts";
import { showOthers } from "./others.ts";
import { applyConditions, countAll } from "./questions.ts";
import { followErrors } from "./recheck.ts";
import { saveAt } from "./save.ts";
import { clock, lock, showSaving } from "./saving-line.ts";
import { watchSession } from "./session.ts";
import { addUpAll } from "./sums.ts";
import { sendForm, showPage, type Visit } from "./visit.ts";

let keeper: Keeper | undefined;
let stopClock = () => {};
let session: ReturnType<typeof watchSession> | undefined;
let sending = false;
const pageAt = ({ pathname, search }: Location): string => pathname + search;
/** The page that is shown: going back to where another was needs that fetched, going to a place on this one does not. */
let shown = pageAt(location);

const revisionField = (form: HTMLFormElement) =>
  form.querySelector<HTMLInputElement>('input[name="revision"]');

const copyOf = (form: HTMLFormElement) => {
  const { person = "", application = "", section = "" } = form.dataset;
  return localCopy(localStorage, { person, application, section }, Date.now);
};

const show = (form: HTMLFormElement, saving: Saving): void => {
  const line = form.querySelector<HTMLElement>(".saving");
  if (line) say(showSaving(line, saving));
  const field = revisionField(form);
  if (field && keeper) field.value = String(saving.as === "conflict" ? field.value : keeper.revision());
  form.dataset["theirs"] = saving.as === "conflict" ? String(saving.theirs.revision) : "";
};

const say = (text: string | undefined): void => {
  const line = document.getElementById("spoken");
  if (line && text) line.textContent = text;
};

/** Whatever an answer to a save tells besides that it was saved. */
const hearing = (form: HTMLFormElement, followed: ReturnType<typeof followErrors>) => (body: unknown) => {
  session?.hear(body);
  showFigures(form, body);
  followed?.(body);
  say(showOthers(document.getElementById("others"), body, clock).join(" "));
};

const keep = (form: HTMLFormElement): void => {
  const revision = Number(revisionField(form)?.value ?? 0);
  const followed = followErrors(form);
  keeper = keepDraft(
    { revision, entries: entriesOf(form) },
    {
      save: saveAt(form, followed !== undefined, hearing(form, followed)),
      copy: copyOf(form),
      later: (run, milliseconds) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      random: Math.random,
      show: (saving) => {
        show(form, saving);
        if (saving.as === "closed") lock(form);
      },
    },
  );
  if (keeper.restored) putBack(form, keeper.restored);
  else show(form, { as: "saved" });
};

const refresh = (form: HTMLFormElement): void => {
  applyConditions(form);
  countAll(form);
  addUpAll(form);
};

/** Takes a page into use: the first one, and each that is put in its place. */
const begin = (since: number): void => {
  keeper = undefined;
  shown = pageAt(location);
  stopClock();
  stopClock = tick(document, since);
  session?.stop();
  const dialog = document.querySelector<HTMLDialogElement>("#session");
  session = dialog ? watchSession(dialog, since, { say, back }) : undefined;
  const done = document.querySelector<HTMLElement>("main [data-forget]")?.dataset["forget"];
  if (done) forget(localStorage, done);
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-swap]")) {
    if (form.dataset["autosave"]) keep(form);
    refresh(form);
  }
  void takeFilesIn(document.querySelector<HTMLElement>("main .attachments"));
};

/** Few pages have files, so what sends them is fetched only there. Digests need a page that came safely (HTTPS). */
const takeFilesIn = async (section: HTMLElement | null): Promise<void> => {
  if (!section || !isSecureContext) return;
  const { takeFiles } = await import("./uploads.ts");
  takeFiles(section);
};

/** A form that did not get through leaves the page as it is and says so. */
const failed = (form: HTMLFormElement, as: Exclude<Visit["outcome"], "page">): void => {
  show(form, { as });
  const line = form.querySelector<HTMLElement>(".failed");
  if (line) {
    line.hidden = false;
    line.setAttribute("role", "alert");
    line.textContent = line.dataset["failed"] ?? "";
  }
};

const send = async (form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> => {
  const { theirs } = form.dataset;
  await keeper?.stop();
  const field = revisionField(form);
  if (field && theirs && submitter?.getAttribute("name") === "keep") field.value = theirs;
  const visit = await sendForm(form, submitter);
  if (visit.outcome !== "page") {
    failed(form, visit.outcome);
    keeper?.resume();
    return;
  }
  if (visit.kept && form.dataset["section"]) copyOf(form).drop();
  showPage(visit.page, visit.url);
  begin(performance.now());
  say(submitter?.dataset["said"]);
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const { forget: what } = form.dataset;
  if (what) forget(localStorage, what);
  if (form.dataset["swap"] === undefined) return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  void send(form, event.submitter).finally(() => {
    sending = false;
  });
});

document.addEventListener("input", (event) => {
  const form =
    event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-swap]") : null;
  if (!form) return;
  refresh(form);
  if (form.dataset["autosave"]) keeper?.changed(entriesOf(form));
});

document.addEventListener("change", (event) => {
  if (event.target instanceof HTMLInputElement && event.target.dataset["register"])
    void lookUpWhenTyped(event.target);
});

const leaving = () => void keeper?.flush(true);
const back = () => void keeper?.flush();
addEventListener("pagehide", leaving);
addEventListener("online", back);
document.addEventListener("visibilitychange", () => (document.hidden ? leaving() : back()));
addEventListener("popstate", () => {
  if (pageAt(location) !== shown) location.reload();
});

document.documentElement.classList.add("scripted");
const [navigation] = performance.getEntriesByType("navigation");
begin(navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : 0);
if (location.hash) document.getElementById(location.hash.slice(1))?.focus();
