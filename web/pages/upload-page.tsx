import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import type { FileField } from "#shared/form/fields.ts";
import { maxInAll } from "#shared/form/file-section.ts";
import type { Section } from "#shared/form/form.ts";
import { typesIn } from "../attachments/file-section.tsx";
import { ApplicationDeadline } from "../deadlines.tsx";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { Back, Heading, Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { attachmentWords } from "../words/attachments.ts";

interface UploadProps {
  readonly call: Call;
  readonly application: Application;
  /** Key of the section, and the section itself. */
  readonly key: string;
  readonly section: Section;
  readonly field: FileField;
  /** Where the file goes, and what goes with it. */
  readonly ticket: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
}

/** One file, straight to where files are kept. The way back is in the form. */
export const uploadPage = (
  view: View,
  { call, application, key, section, field, ticket }: UploadProps,
): Html => {
  const { language } = view;
  const words = attachmentWords[language];
  return (
    <Page view={view} title={words.uploadTitle}>
      <Back to={`/${language}/applications/${application.id}/sections/${key}`}>{words.back}</Back>
      <p class="over">{section.title[language]}</p>
      <Heading>{field.label[language]}</Heading>
      <ApplicationDeadline view={view} call={call} application={application} />
      <Paragraph>{words.uploadLead}</Paragraph>
      <form method="post" action={ticket.url} enctype="multipart/form-data" class="form">
        {Object.entries(ticket.fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="ds-field">
          <label class="ds-label" for="file">
            {words.file}
          </label>
          <p data-field="description" id="file-hint">
            {words.limits(typesIn([field], words.and), String(field.maxMegabytes), String(maxInAll(section)))}
          </p>
          {/* S3 reads nothing that comes after the file. */}
          <input
            class="ds-input"
            type="file"
            id="file"
            name="file"
            accept={field.accept.join(",")}
            required
            aria-describedby="file-hint"
          />
        </div>
        <div class="actions">
          <button type="submit" class="ds-button">
            {words.upload}
          </button>
        </div>
      </form>
    </Page>
  );
};
