// Attempts to send that did not get through, outages, and the pages that show them.
import { type Attempt, attemptOf, type NotSent } from "#shared/domain/attempt.ts";
import { affectedBy, decideOutage } from "#shared/domain/outage.ts";
import { refuse } from "#shared/domain/result.ts";
import { instant } from "#shared/domain/time.ts";
import { evidenceOf } from "#shared/http/evidence.ts";
import { refusalPage } from "#web/pages/refusal-page.tsx";
import { reviewPage } from "#web/pages/review-page.tsx";
import { staffAttemptsPage } from "#web/staff/staff-attempts-page.tsx";
import { staffOutagePage } from "#web/staff/staff-outage-page.tsx";
import { staffOutagesPage } from "#web/staff/staff-outages-page.tsx";
import type { View } from "#web/view.ts";
import { outageForm, problemOf, readOutage } from "../../functions/staff-console/outages/outage-form.ts";
import { middlePage, wholePage } from "./list-pages.ts";
import { closed, inGroup, problemsIn, review } from "./sample-props.ts";
import { afterDeadline, applicant, applicationIn, call, draft, form, officer } from "./sample-records.ts";

const requestId = "JKJaXmPLvHcESHA=";
const late = applicationIn("expired", 3);
const many = Object.keys(form.sections).flatMap(problemsIn);

const attempt = (time: string, outcome: NotSent | "begun", application = draft) =>
  attemptOf(
    application,
    {
      at: instant(`2024-06-21T${time}+02:00`),
      requestId,
      ...(outcome !== "failed" && { person: applicant }),
    },
    outcome,
  );

export const attempts: readonly Attempt[] = [
  attempt("15:40:02.118", "begun"),
  attempt("15:41:12.003", { reason: "problems-in-answers", problems: [...inGroup, ...many, ...many] }),
  attempt("15:52:41.950", "failed"),
  attempt("15:58:00.507", { reason: "too-busy" }),
  attempt("15:59:59.999", { reason: "sign-in-required" }, late),
  attempt("16:00:00.001", closed),
  attempt("18:05:00.000", { ...closed, at: instant("2024-06-21T18:05:00+02:00") }, late),
];

const applications = new Map([draft, late].map((application) => [application.id, application]));

const typed = {
  fromDate: "21.6.2024",
  fromTime: "15.30",
  untilDate: "21.6.2024",
  untilTime: "16.15",
  what: "Databasen svarte ikke, og mange fikk beskjed om å vente.",
};
const { wanted } = readOutage(typed);
const decided =
  wanted && decideOutage(call, wanted, { at: instant("2024-06-21T20:00:00Z"), person: officer });
if (!decided?.ok) throw new Error("The sample is no outage");
const outage = decided.value;

const base = `/staff/calls/${call.id}`;
const evidence = (view: View) =>
  evidenceOf({ at: afterDeadline, requestId, language: view.language }, closed)?.message;

/** By name, as in samples.tsx. */
export const attemptSamples = {
  "review-refused": {
    path: `/applications/${draft.id}/submission`,
    who: applicant,
    at: afterDeadline,
    draw: (view: View) =>
      reviewPage(view, {
        ...review(view),
        problems: [],
        editable: refuse(closed),
        evidence: evidence(view),
      }),
  },
  "refusal-attempt": {
    path: `/applications/${draft.id}/submission`,
    draw: (view: View) =>
      refusalPage(view, {
        title: "Noe gikk galt hos oss",
        explanation: "Det er ikke din feil. Prøv igjen om litt.",
        status: 500,
        evidence: evidence(view) ?? "",
        resend: { action: `/${view.language}/x`, fields: [["idempotencyKey", "x"]] },
      }),
  },
  "staff-attempts": {
    path: `${base}/attempts`,
    who: officer,
    draw: (view: View) =>
      staffAttemptsPage(view, {
        call,
        form,
        page: middlePage(attempts.slice(1).toReversed()),
        applications,
        filters: {},
      }),
  },
  "staff-attempts-none": {
    path: `${base}/attempts?outcome=failed`,
    who: officer,
    draw: (view: View) =>
      staffAttemptsPage(view, {
        call,
        form,
        page: wholePage([]),
        applications,
        filters: { outcome: "failed" },
      }),
  },
  "staff-outages": {
    path: `${base}/outages`,
    who: officer,
    draw: (view: View) =>
      staffOutagesPage(view, { call, outages: [outage], form: outageForm, answers: {}, problems: [] }),
  },
  "staff-outages-problems": {
    path: `${base}/outages`,
    who: officer,
    draw: (view: View) =>
      staffOutagesPage(view, {
        call,
        outages: [],
        form: outageForm,
        answers: { ...typed, what: "", untilTime: "15.00" },
        problems: [problemOf("until-not-after-from"), ...readOutage({ ...typed, what: "" }).problems],
      }),
  },
  "staff-outage": {
    path: `${base}/outages/${outage.id}`,
    who: officer,
    draw: (view: View) =>
      staffOutagePage(view, { call, outage, affected: affectedBy(outage, attempts), applications }),
  },
  "staff-outage-nobody": {
    path: `${base}/outages/${outage.id}`,
    who: officer,
    draw: (view: View) => staffOutagePage(view, { call, outage, affected: [], applications }),
  },
};
