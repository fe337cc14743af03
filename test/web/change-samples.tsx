// Sent applications that are being changed, were changed, or were to be when the deadline came.
import { calls } from "#shared/calls/index.ts";
import type { Application, Submission } from "#shared/domain/application.ts";
import { receiptOf } from "#shared/domain/receipt.ts";
import { accept, refuse } from "#shared/domain/result.ts";
import type { Sent } from "#shared/domain/standing.ts";
import { instant } from "#shared/domain/time.ts";
import { summary } from "#shared/form/summary.ts";
import { myPage } from "#web/pages/my-page.tsx";
import { receiptPage } from "#web/pages/receipt-page.tsx";
import { reviewPage } from "#web/pages/review-page.tsx";
import { sectionPage } from "#web/pages/section-page.tsx";
import { taskListPage } from "#web/pages/task-list-page.tsx";
import type { View } from "#web/view.ts";
import { answers, fill, firstKey, newIds, review, sectionProps, sections } from "./sample-props.ts";
import { afterDeadline, applicant, call, form, sent, submission } from "./sample-records.ts";

const submissionIn = (number: number): Submission => ({
  ...submission,
  number,
  receivedAt: submission.receivedAt.add({ hours: number - 1 }),
});

/** What the receipt page is told of one submission of so many. */
export const received = (number: number, of = number) => ({
  submission: submissionIn(number),
  receipt: receiptOf(call, sent, submissionIn(number)),
  signedBy: "2024-1",
  all: Array.from({ length: of }, (_, i) => submissionIn(i + 1)),
});

/** All that has been sent of applications, by their ids. */
export const sentOf = (applications: readonly Application[]): ReadonlyMap<string, readonly Sent[]> =>
  new Map(applications.map(({ id, submissions }) => [id, received(1, submissions).all]));

const submittedAt = submissionIn(2).receivedAt;
const twice: Application = { ...sent, submissions: 2, submittedAt };
const changing: Application = { ...twice, changingSince: instant("2024-06-21T09:00:00Z") };
const unsent: Application = { ...twice, changesUnsentAt: afterDeadline };
const withdrawn: Application = { ...twice, state: "withdrawn", withdrawnAt: instant("2024-06-21T09:00:00Z") };

const path = `/applications/${sent.id}`;
const receipt = (application: Application, number: number) => (view: View) =>
  receiptPage(view, {
    call,
    application,
    may: "own",
    ...received(number, 2),
    parts: summary(form, answers, view.language),
  });

/** By name; the path is without its language. */
export const changeSamples = {
  "my-page-changing": {
    path: "/my-page",
    who: applicant,
    draw: (view: View) =>
      myPage(view, {
        calls,
        applications: [changing, withdrawn],
        shared: [{ application: changing, may: "edit" as const }],
        sent: sentOf([changing]),
        newIds,
      }),
  },
  "task-list-changing": {
    path,
    who: applicant,
    draw: (view: View) =>
      taskListPage(view, {
        call,
        application: changing,
        may: "own",
        sections,
        fill,
        all: received(1, 2).all,
        attempts: [],
        editable: accept(changing),
      }),
  },
  "task-list-unsent": {
    path,
    who: applicant,
    at: afterDeadline,
    draw: (view: View) =>
      taskListPage(view, {
        call,
        application: unsent,
        may: "own",
        sections,
        fill,
        all: received(1, 2).all,
        attempts: [],
        editable: refuse({ reason: "already-submitted" }),
      }),
  },
  "section-changing": {
    path: `${path}/sections/${firstKey}`,
    who: applicant,
    draw: (view: View) => sectionPage(view, sectionProps(firstKey, { application: changing })),
  },
  "review-changing": {
    path: `${path}/review`,
    who: applicant,
    draw: (view: View) => reviewPage(view, { ...review(view), application: changing, problems: [] }),
  },
  "receipt-changing": { path: `${path}/receipt`, who: applicant, draw: receipt(changing, 2) },
  "receipt-second": { path: `${path}/receipt`, who: applicant, draw: receipt(twice, 2) },
  "receipt-replaced": { path: `${path}/receipt?number=1`, who: applicant, draw: receipt(twice, 1) },
  "receipt-withdrawn-twice": { path: `${path}/receipt`, who: applicant, draw: receipt(withdrawn, 2) },
  "receipt-unsent": { path: `${path}/receipt`, who: applicant, at: afterDeadline, draw: receipt(unsent, 2) },
};
