import type { Level } from "#shared/domain/call.ts";
import { closingOf } from "#shared/domain/closing.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { accept, refuse } from "#shared/domain/result.ts";
import { instant } from "#shared/domain/time.ts";
import { taskListPage } from "#web/pages/task-list-page.tsx";
import { staffClosingPage } from "#web/staff/staff-closing-page.tsx";
import type { View } from "#web/view.ts";
import { closed, fill, sections } from "./sample-props.ts";
import { afterDeadline, applicant, applicationIn, call, draft, message, officer } from "./sample-records.ts";

const referenceOf = (n: number) => applicationIn("submitted", n).reference;

/** How a level closed with this many sent. */
const closingWith = (level: Level, sentOnes: number) =>
  closingOf(
    { call: call.id, level, deadline: instant("2024-06-21T14:00:00Z"), at: instant("2024-06-21T14:01:00Z") },
    [
      ...Array.from({ length: sentOnes }, (_, i) => ({
        reference: referenceOf(i + 1),
        as: { state: "sent", submission: (i % 3) + 1 } as const,
        isExtended: false,
        digest: sha256(`${i}`),
      })),
      { reference: referenceOf(100), as: { state: "withdrawn" }, isExtended: false },
      { reference: referenceOf(101), as: { state: "draft" }, isExtended: false },
      { reference: referenceOf(102), as: { state: "draft" }, isExtended: true },
    ],
    sentOnes,
  );

export const deadlineSamples = {
  "staff-closing": {
    path: `/staff/calls/${call.id}/closing`,
    who: officer,
    at: afterDeadline,
    draw: (view: View) =>
      staffClosingPage(view, {
        call,
        closings: [closingWith("connect", 8), closingWith("explore", 2), closingWith("impact", 0)],
        messages: [message("sent", 1)],
      }),
  },
  "staff-closing-before": {
    path: `/staff/calls/${call.id}/closing`,
    who: officer,
    draw: (view: View) => staffClosingPage(view, { call, closings: [], messages: [] }),
  },
  "task-list-expired": {
    path: `/applications/${draft.id}`,
    who: applicant,
    at: afterDeadline,
    draw: (view: View) =>
      taskListPage(view, {
        call,
        application: applicationIn("expired"),
        may: "own",
        sections,
        fill,
        attempts: [],
        editable: refuse(closed),
      }),
  },
  "task-list-withdrawn": {
    path: `/applications/${draft.id}`,
    who: applicant,
    draw: (view: View) =>
      taskListPage(view, {
        call,
        application: applicationIn("withdrawn"),
        may: "own",
        sections,
        fill,
        attempts: [],
        editable: accept(draft),
      }),
  },
};
