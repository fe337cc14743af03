import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import type { Organisation } from "#shared/domain/organisation.ts";
import type { Presence } from "#shared/domain/presence.ts";
import type { Problem, Refusal } from "#shared/domain/refusal.ts";
import { lookIn } from "#shared/form/conditions.ts";
import type { Form, Section } from "#shared/form/form.ts";
import { type Around, problemsByPath } from "./fields/around.ts";
import { FieldList, isMixed } from "./fields/field-list.tsx";
import { FiguresView } from "./fields/figures.tsx";
import { focusPath } from "./fields/focus.ts";
import type { Fill } from "./fullness.tsx";
import { Onward } from "./onward.tsx";
import { Paragraph } from "./parts.tsx";
import { SavingState } from "./saving-state.tsx";
import { SectionNotices } from "./section-notices.tsx";
import { MadeFor } from "./session-end.tsx";
import { Taken, type TakenRows } from "./sheet/taken.tsx";
import type { View } from "./view.ts";
import { editingWords } from "./words/editing.ts";
import { fieldWords } from "./words/fields.ts";

type SectionNotice =
  | {
      readonly kind: "conflict";
      readonly theirs: Extract<Refusal, { reason: "saved-elsewhere" }>["theirs"];
    }
  | { readonly kind: "closed"; readonly refusal: Refusal };

export interface SectionProps {
  readonly call: Call;
  readonly application: Application;
  /** The form of the application's level. */
  readonly form: Form;
  readonly section: string;
  /** Answers of the sections that this one refers to. */
  readonly referred?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** How much all sections' answers take. */
  readonly fill?: Fill;
  /** What the register has said of the numbers on the page. */
  readonly organisations?: ReadonlyMap<string, Organisation>;
  /** This section's answers as typed. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** The revision the answers build on. */
  readonly revision: number;
  readonly problems: readonly Problem[];
  /** Who else is in the section now. */
  readonly others?: readonly Presence[];
  readonly notice?: SectionNotice;
  /** What takes the focus: the path of a row just added (`list.2`), or of the group a row was taken from (`list`). */
  readonly focus?: string;
  /** Rows just taken in from a spreadsheet: how many, and in to which group. */
  readonly taken?: TakenRows;
}

export const aroundOf = (view: View, props: SectionProps, section: Section): Around => ({
  language: view.language,
  form: props.form,
  section: props.section,
  answers: props.answers,
  organisations: props.organisations,
  look: lookIn({ ...props.referred, [props.section]: props.answers }),
  problems: problemsByPath(props.problems, props.section, view.language),
  prefix: "answers.",
  marked: isMixed(section.fields),
  locked: props.notice?.kind === "closed",
  focus: props.problems.length > 0 ? undefined : focusPath(section.fields, props.focus),
});

const Actions = ({ view, props }: { readonly view: View; readonly props: SectionProps }) => {
  const words = editingWords[view.language];
  if (props.notice) return null;
  return (
    <>
      <Onward words={words} />
      <SavingState view={view} call={props.call} />
    </>
  );
};

/** The questions of a section as one form, and what became of the last time it was sent. */
export const SectionForm = ({
  view,
  props,
  section,
}: {
  readonly view: View;
  readonly props: SectionProps;
  readonly section: Section;
}) => {
  const { application, notice, revision, answers } = props;
  const around = aroundOf(view, props, section);
  const builtOn = notice?.kind === "conflict" ? notice.theirs.revision : revision;
  return (
    <form
      method="post"
      action={`/${view.language}/applications/${application.id}/sections/${props.section}`}
      class="form"
      novalidate
      data-swap
      data-autosave={notice ? undefined : "on"}
      data-application={application.id}
      data-section={props.section}
      data-person={view.person?.id}
      data-one-problem={fieldWords[view.language].problems(1)}
      data-problems={fieldWords[view.language].problems("%d")}
    >
      {/* Enter presses the first button of a form, which must not be one that removes a row. */}
      <button
        type="submit"
        name={notice ? undefined : "next"}
        value="section"
        hidden
        disabled={notice !== undefined}
      />
      <input type="hidden" name="revision" value={builtOn} />
      <MadeFor view={view} />
      <SectionNotices view={view} props={props} />
      {props.taken && <Taken language={view.language} section={section} taken={props.taken} />}
      {!around.marked && !around.locked && <Paragraph>{fieldWords[view.language].allMust}</Paragraph>}
      <FieldList fields={section.fields} answers={answers} path="" around={around} />
      {section.figures && <FiguresView section={{ ...section, figures: section.figures }} around={around} />}
      <Actions view={view} props={props} />
    </form>
  );
};
