import { isFileSection } from "#shared/form/file-section.ts";
import type { Section } from "#shared/form/form.ts";
import { FileSection } from "../attachments/file-section.tsx";
import { ApplicationDeadline } from "../deadlines.tsx";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { OthersHere } from "../others-here.tsx";
import { Back, Heading, Paragraph } from "../parts.tsx";
import { SectionForm, type SectionProps } from "../section-form.tsx";
import type { View } from "../view.ts";
import { WhatStands } from "../what-stands.tsx";
import { editingWords } from "../words/editing.ts";

export type { SectionProps } from "../section-form.tsx";

const empty: Section = { title: { nb: "", nn: "", en: "" }, fields: {} };

/** One section of the form: shown, saved, and sent back with what is wrong, missing or changed elsewhere. */
export const sectionPage = (view: View, props: SectionProps): Html => {
  const { language } = view;
  const { call, application, form } = props;
  const words = editingWords[language];
  const section = form.sections[props.section] ?? empty;
  const keys = Object.keys(form.sections);
  return (
    <Page view={view} title={section.title[language]} wrong={props.problems.length > 0}>
      <Back to={`/${language}/applications/${application.id}`}>{words.overview}</Back>
      <p class="over">
        {words.part(keys.indexOf(props.section) + 1, keys.length)},{" "}
        {call.levels[application.level].name[language]}
      </p>
      <Heading>{section.title[language]}</Heading>
      <ApplicationDeadline view={view} call={call} application={application} />
      <WhatStands view={view} call={call} application={application} />
      {section.intro && <Paragraph>{section.intro[language]}</Paragraph>}
      <OthersHere view={view} call={call} others={props.others ?? []} />
      {isFileSection(section) ? (
        <FileSection view={view} props={props} section={section} />
      ) : (
        <SectionForm view={view} props={props} section={section} />
      )}
    </Page>
  );
};
