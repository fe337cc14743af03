// Later deadlines: an application with an extension, a call whose deadline was moved, and the pages where staff give both.
import { calls } from "#shared/calls/index.ts";
import { asItHoldsFor, inForce, type Move, movesOf } from "#shared/domain/call-deadlines.ts";
import { accept } from "#shared/domain/result.ts";
import { instant } from "#shared/domain/time.ts";
import { summary } from "#shared/form/summary.ts";
import { wordsFor } from "#shared/http/refusal-words.ts";
import { callPage } from "#web/pages/call-page.tsx";
import { myPage } from "#web/pages/my-page.tsx";
import { receiptPage } from "#web/pages/receipt-page.tsx";
import { reviewPage } from "#web/pages/review-page.tsx";
import { sectionPage } from "#web/pages/section-page.tsx";
import { taskListPage } from "#web/pages/task-list-page.tsx";
import { staffApplicationsPage } from "#web/staff/staff-applications-page.tsx";
import { staffDeadlinePage } from "#web/staff/staff-deadline-page.tsx";
import type { View } from "#web/view.ts";
import { laterForm, problemOf, readLater } from "../../functions/staff-console/later-form.ts";
import { staffApplication } from "./casework-samples.ts";
import { received, sentOf } from "./change-samples.tsx";
import { usualList, wholePage } from "./list-pages.ts";
import {
  answers,
  fill,
  firstKey,
  newIds,
  nothingLater,
  review,
  sectionProps,
  sections,
} from "./sample-props.ts";
import {
  applicant,
  call,
  draft,
  duringCall,
  form,
  message,
  officer,
  sent,
  submission,
} from "./sample-records.ts";

const timeZone = "Europe/Oslo";
const until = (localTime: string) => ({ kind: "moment", localTime, timeZone }) as const;
const reason = "Innloggingen var nede i to timer på formiddagen den dagen fristen gikk ut.";

const extension = {
  ...{ until: until("2024-06-24T12:00:00"), reason, grantedAt: duringCall },
  grantedBy: { id: officer.id, name: officer.name },
};
const extended = { ...draft, extension };
const held = asItHoldsFor(call, extended);
const sentExtended = { ...sent, extension };

const other = { id: "siri", name: "Siri Seksjonsleder" };
const proposal = {
  ...{ to: until("2024-06-28T16:00:00"), reason, proposedAt: instant("2024-06-21T12:10:00Z") },
  proposedBy: { id: officer.id, name: officer.name },
};
const move: Move = { ...proposal, approvedBy: other, approvedAt: instant("2024-06-21T12:40:00Z") };
const moved = { call: inForce(call, { moves: [move] }), moves: movesOf(call, [move]) };

const wrongLater = { date: "31.6.2024", time: "fire", reason: "" };
const { typed, problems } = readLater(wrongLater, timeZone);
const wrong = { form: laterForm, answers: typed, problems };

const notLater = { reason: "not-later", deadline: instant("2024-06-21T14:00:00Z") } as const;
const tooEarly = {
  form: laterForm,
  answers: { date: "20.6.2024", time: "16.00", reason },
  problems: [problemOf(notLater)],
};

const counts = { draft: 14, expired: 1, submitted: 23 };
const unmoved = { call, moves: [], proposal: undefined, revision: 0, counts };
const { title, explanation } = wordsFor({ reason: "needs-another-person" });

const at = `/applications/${draft.id}`;
const deadlineAt = { path: `/staff/calls/${call.id}/deadline`, who: officer };
const applicationAt = { path: `/staff/applications/${draft.id}`, who: officer };

const staffExtended = (view: View, more: object = {}) =>
  staffApplication(sentExtended, [submission], { messages: [message("sent", 1)], ...more })(view);

export const laterSamples = {
  "call-moved": { path: `/calls/${call.id}`, draw: (view: View) => callPage(view, moved) },
  "task-list-extended": {
    path: at,
    who: applicant,
    draw: (view: View) =>
      taskListPage(view, {
        ...{ call: held, application: extended, may: "own", sections, fill, editable: accept(draft) },
        ...{ attempts: [], all: [] },
      }),
  },
  "section-extended": {
    path: `${at}/sections/${firstKey}`,
    who: applicant,
    draw: (view: View) => sectionPage(view, sectionProps(firstKey, { call: held, application: extended })),
  },
  "review-extended": {
    path: `${at}/review`,
    who: applicant,
    draw: (view: View) =>
      reviewPage(view, { ...review(view), call: held, application: extended, problems: [] }),
  },
  "receipt-extended": {
    path: `${at}/receipt`,
    who: applicant,
    draw: (view: View) =>
      receiptPage(view, {
        ...{ call: held, application: sentExtended, may: "own", ...received(1) },
        parts: summary(form, answers, view.language),
      }),
  },
  "my-page-extended": {
    path: "/my-page",
    who: applicant,
    draw: (view: View) =>
      myPage(view, {
        ...{
          calls,
          applications: [extended, sentExtended],
          shared: [],
          newIds,
          sent: sentOf([sentExtended]),
        },
      }),
  },
  "staff-application-extended": {
    ...applicationAt,
    draw: (view: View) => staffExtended(view),
  },
  "staff-application-extend-problems": {
    ...applicationAt,
    draw: (view: View) => staffExtended(view, { extending: wrong }),
  },
  "staff-applications-extended": {
    path: `/staff/calls/${call.id}/applications`,
    who: officer,
    draw: (view: View) =>
      staffApplicationsPage(view, {
        ...{ call, ...usualList, page: wholePage([extended, sentExtended, draft]), total: 3, filters: {} },
      }),
  },
  "staff-deadline": {
    ...deadlineAt,
    draw: (view: View) => staffDeadlinePage(view, { ...unmoved, ...nothingLater }),
  },
  "staff-deadline-problems": {
    ...deadlineAt,
    draw: (view: View) => staffDeadlinePage(view, { ...unmoved, ...tooEarly, hasTyped: true }),
  },
  "staff-deadline-own-proposal": {
    ...deadlineAt,
    draw: (view: View) =>
      staffDeadlinePage(view, {
        ...{ ...unmoved, ...nothingLater, proposal, revision: 1 },
        notice: { title, explanation },
      }),
  },
  "staff-deadline-to-approve": {
    ...deadlineAt,
    draw: (view: View) =>
      staffDeadlinePage(view, {
        ...{ ...unmoved, ...moved, ...nothingLater, revision: 3 },
        proposal: { ...proposal, to: until("2024-07-05T16:00:00"), proposedBy: other },
      }),
  },
};
