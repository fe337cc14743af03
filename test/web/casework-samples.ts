// One application as staff work with it: who has it, the formal control, internal notes, several submissions.
import { calls } from "#shared/calls/index.ts";
import type { Application, Submission } from "#shared/domain/application.ts";
import { type Casework, untouched } from "#shared/domain/casework.ts";
import { Note } from "#shared/domain/note.ts";
import { type Person, PersonId } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { changedParts } from "#shared/form/changed-parts.ts";
import { check } from "#shared/form/check.ts";
import { formFor } from "#shared/form/levels.ts";
import { nothingTypedIn } from "#shared/form/single-section.ts";
import { summary } from "#shared/form/summary.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { staffApplicationPage } from "#web/staff/staff-application-page.tsx";
import { staffDifferencesPage } from "#web/staff/staff-differences-page.tsx";
import type { View } from "#web/view.ts";
import { controlForm, readControl, typedOf } from "../../functions/staff-console/casework/control-form.ts";
import { handOverForm, readHandOver } from "../../functions/staff-console/casework/hand-over-form.ts";
import { noteForm, readNote } from "../../functions/staff-console/casework/note-form.ts";
import { completeDraft } from "../support/answers.ts";
import { received } from "./change-samples.tsx";
import { answers, nothingLater } from "./sample-props.ts";
import { call, events, form, officer, sent, submission } from "./sample-records.ts";

const points = calls[0]?.formalControl ?? {};
const colleague = { id: PersonId.parse("siri"), name: "Siri Seksjonsleder" };

type Props = Parameters<typeof staffApplicationPage>[1];

const noting = {
  ...{ form: noteForm, answers: nothingTypedIn(noteForm), problems: [] },
  key: "1b671a64-40d5-491e-99b0-da01ff1f3341",
};

const staff = [
  {
    id: colleague.id,
    name: colleague.name,
    role: "manager" as const,
    signedInAt: instant("2024-06-20T08:00:00Z"),
  },
  {
    id: PersonId.parse("per"),
    name: "Per Prøvesen",
    role: "officer" as const,
    signedInAt: instant("2024-06-21T08:00:00Z"),
  },
];
const handingTo = (officers: typeof staff, typed?: ReturnType<typeof readHandOver>) => {
  const form = handOverForm(officers);
  return {
    ...{ form, isAnybodyThere: officers.length > 0 },
    ...{ answers: typed?.typed ?? nothingTypedIn(form), problems: typed?.problems ?? [] },
  };
};

/** An application on the staff's page, with the last of what was sent, and nothing done with it yet. */
export const staffApplication =
  (application: Application, all: readonly Submission[], more: Partial<Props> = {}) =>
  (view: View) => {
    const last = all.at(-1);
    return staffApplicationPage(view, {
      ...{ call, application, submissions: all, events, form, attempts: [], messages: [] },
      ...{ organisation: undefined, extending: nothingLater, casework: untouched, notes: [], noting, points },
      handing: handingTo(staff),
      shown: last && { submission: last, parts: summary(form, answers, view.language) },
      counting: last?.number,
      controlling: {
        ...{ form: controlForm(points), answers: typedOf(points), problems: [], isTyped: false },
        ...{ submission: last?.number ?? 0, on: 0 },
      },
      ...more,
    });
  };

const controlled = (submission: number): Casework["control"] => ({
  ...{ revision: 2, submission, at: instant("2024-06-24T08:12:00Z"), by: colleague },
  points: {
    complete: { outcome: "in-order", remark: "" },
    eligible: { outcome: "in-order", remark: "Kontrollert mot Enhetsregisteret 24.6." },
    declarations: {
      outcome: "missing",
      remark: "Samarbeidsavtalen er ikke underskrevet av forskningspartneren. Etterspurt på e-post.",
    },
  },
});

const workedWith = (submission: number): Casework => ({
  revision: 4,
  ...{ officer: { id: officer.id, name: officer.name }, takenAt: instant("2024-06-24T07:30:00Z") },
  control: controlled(submission),
});

const notes = [
  "Ringte styreleder. De ettersender samarbeidsavtalen med underskrift innen fredag.",
  "Avtalen er kommet.\n\nSiden 4 mangler, så jeg har spurt igjen.",
].map((text, i) =>
  Note.parse({
    ...{ id: `n${i}`, at: `2024-06-2${4 + i}T09:00:00.000Z`, text },
    by: i ? colleague : { id: officer.id, name: officer.name },
  }),
);

const twice = { ...sent, submissions: 2 };
const { all } = received(2);
const path = `/staff/applications/${sent.id}`;
const long = readNote({ text: "Notatet er for langt. ".repeat(250) });
const mine = readControl(points, {
  complete: "missing",
  eligible: "in-order",
  completeRemark: "Vedlegg 2 er tomt.",
});

const level = "explore";
const checked = check(formFor(form, level), completeDraft(level));
const complete: AnyRecord = checked.ok ? checked.answers : {};

/** A long answer with a word in the middle changed, a name, and members added, changed and removed. */
const changedIn = ({ applicant, cluster, members, ...rest }: AnyRecord): AnyRecord => {
  const [first, second, ...others]: readonly AnyRecord[] = members["list"];
  const changed = { ...first, name: "Havbruk Vest Drift AS" };
  return {
    ...{ ...rest, applicant: { ...applicant, organisation: "Havbruk Vest SA" } },
    cluster: { ...cluster, name: "Havbruksklyngen" },
    members: { ...members, list: [...others, changed, { ...second, id: "new", name: "Not og Line AS" }] },
  };
};

const differing = (view: View) => {
  const [before = submission, after = submission] = all;
  const [was, is] = [complete, changedIn(complete)].map((given) => ({ level, answers: given }) as const);
  if (!was || !is) throw new Error("There are not two submissions");
  return staffDifferencesPage(view, {
    ...{ call, application: twice, all, before, after },
    parts: changedParts(form, was, is, view.language),
  });
};
const unchanged = (view: View) => {
  const [before = submission, after = submission] = all;
  return staffDifferencesPage(view, { ...{ call, application: twice, all, before, after }, parts: [] });
};

const sample = (draw: (view: View) => { toString(): string }, who: Person = officer) => ({ path, who, draw });

export const caseworkSamples = {
  "staff-application-changing": sample(
    staffApplication({ ...twice, changingSince: instant("2024-06-21T09:00:00Z") }, all),
  ),
  "staff-case-untouched": sample(staffApplication(sent, received(1).all)),
  "staff-case": sample(staffApplication(twice, all, { casework: workedWith(2), notes })),
  "staff-case-reader": sample(staffApplication(twice, all, { casework: workedWith(2), notes }), {
    ...officer,
    roles: ["reader"],
  }),
  "staff-case-hand-over": sample(
    staffApplication(twice, all, {
      ...{ casework: workedWith(2), notes },
      handing: handingTo(staff, readHandOver(staff, { officer: "" })),
    }),
  ),
  "staff-case-nobody-to-hand-to": sample(
    staffApplication(sent, received(1).all, { handing: handingTo([]) }),
    {
      ...officer,
      roles: ["manager"],
    },
  ),
  "staff-case-earlier": sample(staffApplication(twice, all, { casework: workedWith(1), notes })),
  "staff-case-note-too-long": sample(
    staffApplication(twice, all, { noting: { ...noting, answers: long.typed, problems: long.problems } }),
  ),
  "staff-differences": { path: `${path}/differences`, who: officer, draw: differing },
  "staff-differences-none": { path: `${path}/differences`, who: officer, draw: unchanged },
  "staff-case-control-conflict": sample(
    staffApplication(twice, all, {
      casework: workedWith(2),
      controlling: {
        ...{ form: controlForm(points), answers: mine.typed, problems: [], isTyped: true },
        ...{ submission: 2, on: 2 },
      },
    }),
  ),
};
