// Every page in every state worth looking at, with made-up people.

import { calls } from "#shared/calls/index.ts";
import { Column } from "#shared/domain/listing.ts";
import type { Person } from "#shared/domain/person.ts";
import { countRegistrations } from "#shared/domain/registration-counts.ts";
import { accept, refuse } from "#shared/domain/result.ts";
import type { Language } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import { problemAt } from "#shared/form/check.ts";
import { summary } from "#shared/form/summary.ts";
import { document } from "#web/document.ts";
import { accessibilityPage } from "#web/pages/accessibility-page.tsx";
import { callPage } from "#web/pages/call-page.tsx";
import { colleaguesPage } from "#web/pages/colleagues-page.tsx";
import { frontPage } from "#web/pages/front-page.tsx";
import { handOverPage } from "#web/pages/hand-over-page.tsx";
import { invitationPage } from "#web/pages/invitation-page.tsx";
import { levelPage } from "#web/pages/level-page.tsx";
import { myPage } from "#web/pages/my-page.tsx";
import { privacyPage } from "#web/pages/privacy-page.tsx";
import { receiptPage } from "#web/pages/receipt-page.tsx";
import { refusalPage } from "#web/pages/refusal-page.tsx";
import { registerPage } from "#web/pages/register-page.tsx";
import { reviewPage } from "#web/pages/review-page.tsx";
import { sectionPage } from "#web/pages/section-page.tsx";
import { signedInPage } from "#web/pages/signed-in-page.tsx";
import { signedOutPage } from "#web/pages/signed-out-page.tsx";
import { taskListPage } from "#web/pages/task-list-page.tsx";
import { uploadPage } from "#web/pages/upload-page.tsx";
import { withdrawalPage } from "#web/pages/withdrawal-page.tsx";
import { staffApplicationsPage } from "#web/staff/staff-applications-page.tsx";
import { staffEventsPage } from "#web/staff/staff-events-page.tsx";
import { staffFrontPage } from "#web/staff/staff-front-page.tsx";
import { staffRegistrationsPage } from "#web/staff/staff-registrations-page.tsx";
import type { View } from "#web/view.ts";
import { attemptSamples, attempts } from "./attempt-samples.ts";
import { caseworkSamples, staffApplication } from "./casework-samples.ts";
import { changeSamples, received, sentOf } from "./change-samples.tsx";
import { circularSamples } from "./circular-samples.ts";
import { deadlineSamples } from "./deadline-samples.ts";
import { exportSamples } from "./export-samples.ts";
import { laterSamples } from "./later-samples.ts";
import { changing, changingOneClosed } from "./level-samples.ts";
import { middlePage, usualList, wholePage } from "./list-pages.ts";
import { mailSamples } from "./mail-samples.ts";
import { verdicts, verified, verifying, verifyingNothing, verifyingOutage } from "./receipt-samples.ts";
import { answersTo } from "./sample-answers.ts";
import {
  colleague,
  colleaguesProps,
  here,
  invitationProblems,
  joined,
  notYours,
} from "./sample-colleagues.ts";
import { fileAnswers } from "./sample-files.ts";
import { organisationIn, withOrganisations } from "./sample-organisations.ts";
import {
  answers,
  choiceKey,
  choiceSection,
  closed,
  fileField,
  filesKey,
  filesSection,
  fill,
  firstKey,
  groupField,
  groupKey,
  inGroup,
  many,
  manyRows,
  nearlyFull,
  newIds,
  otherText,
  overfull,
  problemsIn,
  review,
  sectionProps,
  sections,
  tableKey,
  tableSection,
  theirs,
} from "./sample-props.ts";
import {
  afterDeadline,
  applicant,
  applicationIn,
  beforeCall,
  call,
  draft,
  duringCall,
  events,
  form,
  message,
  officer,
  registrationIn,
  sent,
  submission,
} from "./sample-records.ts";
import {
  choosing,
  choosingWrong,
  previewing,
  previewingWrong,
  sheetGroup,
  sheetPath,
} from "./sheet-samples.ts";
import { staffWebinarSamples } from "./staff-webinar-samples.ts";
import { statisticsSamples } from "./statistics-samples.ts";
import { webinarSamples } from "./webinar-samples.ts";

type Draw = (view: View) => { toString(): string };

interface Sample {
  readonly path: string;
  readonly who?: Person;
  readonly at?: View["at"];
  /** Of the session. */
  readonly minutesLeft?: number;
  readonly draw: Draw;
}

const registrations = [registrationIn("registered", 1), registrationIn("cancelled", 2)];

const id = draft.id;

/** By name. The path is without its language. */
const samples: Readonly<Record<string, Sample>> = {
  front: { path: "", draw: (view) => frontPage(view, { calls: [call] }) },
  "front-empty": { path: "", draw: (view) => frontPage(view, { calls: [] }) },
  call: {
    path: `/calls/${call.id}`,
    at: instant("2024-04-20T12:00:00Z"),
    draw: (view) => callPage(view, { call, moves: [] }),
  },
  "call-before": {
    path: `/calls/${call.id}`,
    at: beforeCall,
    draw: (view) => callPage(view, { call, moves: [] }),
  },
  "call-after": {
    path: `/calls/${call.id}`,
    at: afterDeadline,
    draw: (view) => callPage(view, { call, moves: [] }),
  },
  privacy: { path: "/privacy", draw: privacyPage },
  accessibility: { path: "/accessibility", draw: accessibilityPage },
  ...webinarSamples,
  "my-page": {
    path: "/my-page",
    who: applicant,
    draw: (view) =>
      myPage(view, {
        calls,
        applications: many.slice(0, 4),
        shared: [
          { application: many[4] ?? draft, may: "edit" },
          { application: many[5] ?? draft, may: "read" },
        ],
        sent: sentOf(many),
        newIds,
      }),
  },
  "my-page-empty": {
    path: "/my-page",
    who: applicant,
    at: afterDeadline,
    draw: (view) => myPage(view, { calls, applications: [], shared: [], sent: new Map(), newIds: {} }),
  },
  "task-list": {
    path: `/applications/${id}`,
    who: applicant,
    draw: (view) =>
      taskListPage(view, {
        call,
        application: draft,
        may: "own",
        sections,
        fill,
        attempts: [],
        editable: accept(draft),
      }),
  },
  level: {
    path: `/applications/${id}/level`,
    who: applicant,
    draw: (view) => levelPage(view, changing),
  },
  "level-one-closed": {
    path: `/applications/${id}/level`,
    who: applicant,
    draw: (view) => levelPage(view, changingOneClosed),
  },
  "task-list-reviewed": {
    path: `/applications/${id}`,
    who: applicant,
    draw: (view) =>
      taskListPage(view, {
        call,
        application: draft,
        may: "own",
        sections: sections.map((one) => (one.status === "ready" ? one : { ...one, status: "wrong" })),
        fill: nearlyFull,
        attempts: [],
        editable: accept(draft),
      }),
  },
  "task-list-overfull": {
    path: `/applications/${id}`,
    who: applicant,
    draw: (view) =>
      taskListPage(view, {
        call,
        application: draft,
        may: "own",
        sections,
        fill: overfull,
        attempts: [],
        editable: accept(draft),
      }),
  },
  "task-list-closed": {
    path: `/applications/${id}`,
    who: applicant,
    at: afterDeadline,
    draw: (view) =>
      taskListPage(view, {
        call,
        application: applicationIn("expired"),
        may: "own",
        sections,
        fill,
        attempts: attempts.slice(1),
        editable: refuse(closed),
      }),
  },
  "section-first": {
    path: `/applications/${id}/sections/${firstKey}`,
    who: applicant,
    draw: (view) => sectionPage(view, sectionProps(firstKey)),
  },
  "section-nearly-full": {
    path: `/applications/${id}/sections/${firstKey}`,
    who: applicant,
    draw: (view) => sectionPage(view, sectionProps(firstKey, { fill: nearlyFull })),
  },
  "section-200-rows": {
    path: `/applications/${id}/sections/${groupKey}`,
    who: applicant,
    draw: (view) => sectionPage(view, sectionProps(groupKey, { answers: manyRows })),
  },
  "section-session-ending": {
    path: `/applications/${id}/sections/${firstKey}`,
    who: applicant,
    minutesLeft: 4,
    draw: (view) => sectionPage(view, sectionProps(firstKey)),
  },
  "section-session-ended": {
    path: `/applications/${id}/sections/${firstKey}`,
    who: applicant,
    minutesLeft: 0,
    draw: (view) => sectionPage(view, sectionProps(firstKey)),
  },
  "section-of-another": {
    path: `/applications/${id}/sections/${firstKey}`,
    who: colleague,
    draw: (view) => sectionPage(view, sectionProps(firstKey)),
  },
  "signed-in": { path: "/my-page", who: applicant, draw: signedInPage },
  "section-problems": {
    path: `/applications/${id}/sections/${firstKey}`,
    who: applicant,
    draw: (view) =>
      sectionPage(view, sectionProps(firstKey, { answers: {}, problems: problemsIn(firstKey) })),
  },
  "section-choices": {
    path: `/applications/${id}/sections/${choiceKey}`,
    who: applicant,
    draw: (view) => sectionPage(view, sectionProps(choiceKey, { answers: answersTo(choiceSection.fields) })),
  },
  "section-group": {
    path: `/applications/${id}/sections/${groupKey}`,
    who: applicant,
    draw: (view) => sectionPage(view, sectionProps(groupKey)),
  },
  "section-group-added": {
    path: `/applications/${id}/sections/${groupKey}`,
    who: applicant,
    draw: (view) => sectionPage(view, sectionProps(groupKey, { focus: `${groupField}.1` })),
  },
  "section-group-problems": {
    path: `/applications/${id}/sections/${groupKey}`,
    who: applicant,
    draw: (view) => sectionPage(view, sectionProps(groupKey, { problems: inGroup })),
  },
  "section-rows-taken": {
    path: `/applications/${id}/sections/${sheetGroup.section}?taken=${sheetGroup.name}.45`,
    who: applicant,
    draw: (view) =>
      sectionPage(view, sectionProps(sheetGroup.section, { taken: { group: sheetGroup.name, count: 45 } })),
  },
  sheet: { path: sheetPath, who: applicant, draw: (view) => choosing(view) },
  "sheet-problems": { path: sheetPath, who: applicant, draw: choosingWrong },
  "sheet-preview": { path: sheetPath, who: applicant, draw: (view) => previewing(view) },
  "sheet-preview-200": { path: sheetPath, who: applicant, draw: (view) => previewing(view, { rows: 200 }) },
  "sheet-preview-no-heading": {
    path: sheetPath,
    who: applicant,
    draw: (view) => previewing(view, { heading: false }),
  },
  "sheet-preview-problems": { path: sheetPath, who: applicant, draw: previewingWrong },
  "sheet-preview-changed": {
    path: sheetPath,
    who: applicant,
    draw: (view) => previewing(view, { changed: true }),
  },
  "section-table": {
    path: `/applications/${id}/sections/${tableKey}`,
    who: applicant,
    draw: (view) => sectionPage(view, sectionProps(tableKey, { answers: answersTo(tableSection.fields) })),
  },
  "section-files": {
    path: `/applications/${id}/sections/${filesKey}`,
    who: applicant,
    draw: (view) => sectionPage(view, sectionProps(filesKey, { answers: fileAnswers })),
  },
  "section-files-empty": {
    path: `/applications/${id}/sections/${filesKey}`,
    who: applicant,
    draw: (view) =>
      sectionPage(
        view,
        sectionProps(filesKey, {
          answers: {},
          problems: [problemAt(form, [filesKey], "tooLargeInAll", { max: 60 }), ...problemsIn(filesKey)],
        }),
      ),
  },
  "section-files-closed": {
    path: `/applications/${id}/sections/${filesKey}`,
    who: applicant,
    at: afterDeadline,
    draw: (view) =>
      sectionPage(
        view,
        sectionProps(filesKey, { answers: fileAnswers, notice: { kind: "closed", refusal: closed } }),
      ),
  },
  upload: {
    path: `/applications/${id}/files/5f0c1f4e-7a51-4a57-9d1e-000000000010/upload`,
    who: applicant,
    draw: (view) =>
      uploadPage(view, {
        call,
        application: draft,
        key: filesKey,
        section: filesSection,
        field: fileField,
        ticket: { url: "https://files.example/", fields: { key: "drafts/…/file", Policy: "e30=" } },
      }),
  },
  "section-conflict": {
    path: `/applications/${id}/sections/${firstKey}`,
    who: applicant,
    draw: (view) =>
      sectionPage(
        view,
        sectionProps(firstKey, {
          answers: { ...answers[firstKey], ...otherText },
          notice: { kind: "conflict", theirs },
        }),
      ),
  },
  "section-closed": {
    path: `/applications/${id}/sections/${choiceKey}`,
    who: applicant,
    at: afterDeadline,
    draw: (view) =>
      sectionPage(view, sectionProps(choiceKey, { notice: { kind: "closed", refusal: closed } })),
  },
  review: {
    path: `/applications/${id}/review`,
    who: applicant,
    draw: (view) => reviewPage(view, { ...review(view), problems: [] }),
  },
  "review-problems": {
    path: `/applications/${id}/review`,
    who: applicant,
    draw: (view) =>
      reviewPage(view, {
        ...review(view),
        problems: [...problemsIn(firstKey), ...inGroup],
        changed: ["Budsjett"],
      }),
  },
  "review-closed": {
    path: `/applications/${id}/review`,
    who: applicant,
    at: afterDeadline,
    draw: (view) => reviewPage(view, { ...review(view), problems: [], editable: refuse(closed) }),
  },
  "task-list-colleague": {
    path: `/applications/${id}`,
    who: colleague,
    draw: (view) =>
      taskListPage(view, {
        call,
        application: draft,
        may: "edit",
        sections,
        fill,
        attempts: [],
        editable: accept(draft),
      }),
  },
  "task-list-reader": {
    path: `/applications/${id}`,
    who: colleague,
    draw: (view) =>
      taskListPage(view, {
        call,
        application: draft,
        may: "read",
        sections,
        fill,
        attempts: [],
        editable: refuse(notYours),
      }),
  },
  "section-others": {
    path: `/applications/${id}/sections/${firstKey}`,
    who: applicant,
    draw: (view) => sectionPage(view, sectionProps(firstKey, { others: [here] })),
  },
  "section-reader": {
    path: `/applications/${id}/sections/${choiceKey}`,
    who: colleague,
    draw: (view) =>
      sectionPage(view, sectionProps(choiceKey, { notice: { kind: "closed", refusal: notYours } })),
  },
  "review-colleague": {
    path: `/applications/${id}/review`,
    who: colleague,
    draw: (view) => reviewPage(view, { ...review(view), may: "edit", problems: [] }),
  },
  colleagues: {
    path: `/applications/${id}/colleagues?done=invited`,
    who: applicant,
    draw: (view) => colleaguesPage(view, { ...colleaguesProps, done: "invited" }),
  },
  "colleagues-none": {
    path: `/applications/${id}/colleagues`,
    who: applicant,
    draw: (view) => colleaguesPage(view, { ...colleaguesProps, colleagues: [] }),
  },
  "colleagues-problems": {
    path: `/applications/${id}/colleagues`,
    who: applicant,
    draw: (view) =>
      colleaguesPage(view, {
        ...colleaguesProps,
        answers: { email: "line@døme", may: "" },
        problems: invitationProblems,
      }),
  },
  "colleagues-of-another": {
    path: `/applications/${id}/colleagues`,
    who: colleague,
    draw: (view) =>
      colleaguesPage(view, { ...colleaguesProps, may: "edit", me: colleague.id, colleagues: [joined] }),
  },
  "hand-over": {
    path: `/applications/${id}/colleagues/${joined.id}/ownership`,
    who: applicant,
    draw: (view) => handOverPage(view, { call, application: draft, to: joined }),
  },
  invitation: {
    path: `/invitations/${id}/${joined.id}?key=abc`,
    who: colleague,
    draw: (view) =>
      invitationPage(view, { call, application: draft, colleague: joined.id, may: "edit", key: "abc" }),
  },
  receipt: {
    path: `/applications/${id}/receipt`,
    who: applicant,
    draw: (view) =>
      receiptPage(view, {
        call,
        application: sent,
        may: "own",
        ...received(1),
        parts: summary(form, answers, view.language),
      }),
  },
  "receipt-unsigned": {
    path: `/applications/${id}/receipt`,
    who: applicant,
    draw: (view) =>
      receiptPage(view, {
        call,
        application: sent,
        may: "own",
        ...received(1),
        signedBy: undefined,
        parts: summary(form, answers, view.language),
      }),
  },
  "receipt-withdrawn": {
    path: `/applications/${id}/receipt`,
    who: applicant,
    draw: (view) =>
      receiptPage(view, {
        call,
        application: applicationIn("withdrawn"),
        may: "own",
        ...received(1),
        parts: summary(form, answers, view.language),
      }),
  },
  verify: { path: "/verify", draw: verifying },
  "verify-nothing": { path: "/verify", draw: verifyingNothing },
  "verify-outage": { path: "/verify", draw: verifyingOutage },
  ...Object.fromEntries(
    Object.entries(verdicts).map(([name, examined]) => [
      `verify-${name}`,
      { path: "/verify", draw: (view: View) => verified(view, examined) },
    ]),
  ),
  withdrawal: {
    path: `/applications/${id}/withdrawal`,
    who: applicant,
    draw: (view) => withdrawalPage(view, { call, application: sent }),
  },
  "refusal-404": {
    path: "/nowhere",
    draw: (view) =>
      refusalPage(view, { title: "Siden finnes ikke", explanation: "Adressen kan være feil.", status: 404 }),
  },
  "refusal-resend": {
    path: `/applications/${id}/sections/${firstKey}`,
    draw: (view) =>
      refusalPage(view, {
        title: "Du må logge inn",
        explanation: "Innloggingen er utløpt. Logg inn og prøv igjen.",
        status: 401,
        signInTo: `/${view.language}/my-page`,
        resend: {
          action: `/${view.language}/applications/${id}/sections/${firstKey}`,
          fields: [
            ["revision", "4"],
            ["person", applicant.id],
            ["answers.summary", "Første avsnitt.\n\nAndre avsnitt med <tegn> & «anførsel»."],
          ],
        },
      }),
  },
  "signed-out": {
    path: "/",
    draw: (view) => signedOutPage(view, { signOutOfIssuer: "https://issuer.example/logout" }),
  },
  staff: {
    path: "/staff",
    who: officer,
    draw: (view) => staffFrontPage(view, { calls: [{ call, undelivered: 3 }] }),
  },
  "staff-applications": {
    path: `/staff/calls/${call.id}/applications?state=submitted&sort=-submittedAt&after=bmVzdGU`,
    who: officer,
    draw: (view) =>
      staffApplicationsPage(view, {
        call,
        ...usualList,
        page: middlePage(many),
        total: 100_000,
        filters: { state: "submitted", sort: "-submittedAt" },
      }),
  },
  "staff-applications-none": {
    path: `/staff/calls/${call.id}/applications?text=finnes+ikke`,
    who: officer,
    draw: (view) =>
      staffApplicationsPage(view, {
        call,
        ...usualList,
        page: wholePage([]),
        total: 0,
        filters: { text: "finnes ikke" },
      }),
  },
  "staff-applications-long": {
    path: `/staff/calls/${call.id}/applications`,
    who: officer,
    draw: (view) =>
      staffApplicationsPage(view, {
        ...{ call, ...usualList, total: 100_000, filters: {} },
        page: middlePage([many, many, many, many].flat()),
      }),
  },
  "staff-applications-empty": {
    path: `/staff/calls/${call.id}/applications?lang=nb`,
    who: officer,
    draw: (view) =>
      staffApplicationsPage(view, { call, ...usualList, page: wholePage([]), total: 0, filters: {} }),
  },
  "staff-applications-rare": {
    path: `/staff/calls/${call.id}/applications?county=c46&control=missing&sort=cluster`,
    who: officer,
    draw: (view) =>
      staffApplicationsPage(view, {
        call,
        ...usualList,
        columns: Column.options,
        page: { items: many.slice(0, 3), next: "bmVzdGU", isCutShort: true },
        total: undefined,
        filters: { county: "c46", control: "missing", sort: "cluster" },
      }),
  },
  "staff-registrations": {
    path: `/staff/calls/${call.id}/registrations`,
    who: officer,
    draw: (view) =>
      staffRegistrationsPage(view, {
        call,
        page: wholePage(registrations),
        counting: {
          isAsked: true,
          counts: countRegistrations(registrations, call.timeZone),
          most: 2000,
        },
        total: 2,
        filters: {},
      }),
  },
  "staff-registrations-many": {
    path: `/staff/calls/${call.id}/registrations?counts=shown`,
    who: officer,
    draw: (view) =>
      staffRegistrationsPage(view, {
        call,
        page: middlePage(registrations),
        counting: { isAsked: true, counts: undefined, most: 2000 },
        total: 100_000,
        filters: {},
      }),
  },
  "staff-application": {
    path: `/staff/applications/${id}`,
    who: officer,
    draw: staffApplication(sent, [submission], {
      attempts,
      messages: [message("sent", 1), message("owed", 2), message("failed", 3), message("obsolete", 4)],
      organisation: organisationIn("bankrupt"),
      inList: { list: "state=submitted", previous: many[0], next: many[1] },
    }),
  },
  "staff-application-draft": {
    path: `/staff/applications/${id}`,
    who: officer,
    draw: staffApplication(applicationIn("draft", 2), []),
  },
  ...caseworkSamples,
  register: {
    path: "/register/800000033",
    who: applicant,
    draw: (view) => registerPage(view, organisationIn("bankrupt")),
  },
  "section-register": {
    path: "/applications/1/sections/members",
    who: applicant,
    draw: (view) => sectionPage(view, withOrganisations),
  },
  ...attemptSamples,
  ...changeSamples,
  ...laterSamples,
  ...staffWebinarSamples,
  ...circularSamples,
  ...deadlineSamples,
  ...exportSamples,
  ...statisticsSamples,
  ...mailSamples,
  "staff-events": {
    path: "/staff/events?what=application-viewed",
    who: officer,
    draw: (view) =>
      staffEventsPage(view, {
        ...{ page: middlePage(events), filters: { what: "application-viewed" } },
      }),
  },
};

export const sampleNames = Object.keys(samples);

/** An hour from now, unless it is about to end. */
const signedInUntil = ({ at = duringCall, minutesLeft = 60 }: Sample) => at.add({ minutes: minutesLeft });

/** One sample as a whole document. */
export const drawn = (name: string, language: Language, assets = "/assets/0"): string => {
  const sample = samples[name];
  if (!sample) throw new Error(`There is no sample ${name}`);
  const view: View = {
    language,
    path: sample.path.startsWith("/staff") ? sample.path : `/${language}${sample.path}`,
    assets,
    at: sample.at ?? duringCall,
    ...(sample.who && { person: sample.who, signedInUntil: signedInUntil(sample) }),
  };
  return document(sample.draw(view));
};
