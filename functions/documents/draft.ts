import * as z from "zod";
import { frameOf } from "#shared/documents/frame.ts";
import type { SavedSection } from "#shared/domain/application.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { ToldExtension } from "#shared/domain/extension.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { accept, type Result } from "#shared/domain/result.ts";
import { InstantText } from "#shared/domain/time.ts";
import { summary } from "#shared/form/summary.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { type Printed, writePdf } from "#shared/pdf/printed.ts";
import {
  type OwnApplication,
  openApplication,
  readDraft,
  type WholeDraft,
} from "#shared/records/own-application.ts";
import type { Table } from "#shared/records/table.ts";
import { nameOf } from "#web/application-parts.tsx";
import { deadlineText, extensionText, onCallClock } from "#web/moments.ts";
import { whatStands } from "#web/what-stands.tsx";
import { applicationWords } from "#web/words/applications.ts";
import { downloadWords } from "#web/words/downloads.ts";

interface Found {
  readonly own: OwnApplication;
  readonly whole: WholeDraft;
}

const openDraft = async (asked: SignedIn, table: Table): Promise<Result<Found, Refusal>> => {
  const opened = await openApplication(table, asked.params["id"], asked.person.id, "see");
  if (!opened.ok) return opened;
  return accept({ own: opened.value, whole: await readDraft(table, opened.value) });
};

const factsOf = ({ language, at }: SignedIn, { definition: { call }, application }: OwnApplication) => {
  const words = downloadWords[language];
  const { level, reference, state } = application;
  const organisation = [application.organisation, application.organisationNumber].filter(Boolean).join(", ");
  return [
    [applicationWords[language].reference, reference],
    [applicationWords[language].level, call.levels[level].name[language]],
    ...(organisation ? ([[words.applicant, organisation]] as const) : []),
    [words.state, words.states[state]],
    [
      words.deadline,
      extensionText(call.levels[level], language) ?? deadlineText(call.levels[level].deadline, language),
    ],
    [words.made, onCallClock(call, at, language)],
  ] as const;
};

/** The same questions and answers as on the review page, to keep. */
const printedDraft = (asked: SignedIn, { own, whole }: Found): Printed => {
  const { language } = asked;
  const { application, definition, form } = own;
  const { call } = definition;
  const words = downloadWords[language];
  const level = call.levels[application.level].name[language];
  return {
    ...frameOf(asked, call),
    name: words.name(application.reference, level),
    title: nameOf(application, language),
    notice: whatStands({ view: asked, call, application }) ?? words.notices[application.state],
    facts: factsOf(asked, own),
    parts: summary(form, whole.draft, language),
    header: [`${application.reference}, ${level}`, words.states[application.state]],
  };
};

/** A draft can always be read: before the deadline, after it, and when it has been sent. */
export const downloadDraftPdf = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const opened = await openDraft(asked, table);
  if (!opened.ok) return opened.refusal;
  const found = opened.value;
  return {
    bytes: await writePdf(printedDraft(asked, found)),
    type: "application/pdf",
    name: `${found.own.application.reference}-utkast.pdf`,
  };
};

const sectionJson = ({ revision, savedAt, savedBy, answers }: SavedSection) => ({
  revision,
  savedAt: InstantText.encode(savedAt),
  savedBy,
  answers,
});

/** All that is kept of the draft, as typed; `notAsked` is what the level does not ask for, kept for another. */
const draftJson = ({ own: { application, definition, form }, whole: { saved } }: Found) => {
  const all = [...saved.values()];
  const sections = (chosen: readonly SavedSection[]) =>
    Object.fromEntries(chosen.map((one) => [one.section, sectionJson(one)]));
  return {
    reference: application.reference,
    call: application.callId,
    level: application.level,
    state: application.state,
    ...(application.changingSince && { changingSince: InstantText.encode(application.changingSince) }),
    deadline: InstantText.encode(lastInstantOf(definition.call.levels[application.level].deadline)),
    extension: application.extension && z.encode(ToldExtension, application.extension),
    formVersion: form.version,
    sections: sections(Object.keys(form.sections).flatMap((key) => saved.get(key) ?? [])),
    notAsked: sections(all.filter(({ section }) => !Object.hasOwn(form.sections, section))),
  };
};

export const downloadDraftJson = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const opened = await openDraft(asked, table);
  if (!opened.ok) return opened.refusal;
  const found = opened.value;
  return {
    bytes: new TextEncoder().encode(`${JSON.stringify(draftJson(found), undefined, 2)}\n`),
    type: "application/json; charset=utf-8",
    name: `${found.own.application.reference}-utkast.json`,
  };
};
