import { AttachedFiles } from "#shared/domain/attached-files.ts";
import type { FileField } from "#shared/form/fields.ts";
import { fileFieldsOf, maxInAll } from "#shared/form/file-section.ts";
import type { Section } from "#shared/form/form.ts";
import { idOf } from "../fields/around.ts";
import { Onward } from "../onward.tsx";
import { Paragraph } from "../parts.tsx";
import { aroundOf, type SectionProps } from "../section-form.tsx";
import { SectionNotices } from "../section-notices.tsx";
import type { View } from "../view.ts";
import { attachmentWords } from "../words/attachments.ts";
import { FileQuestion } from "./file-question.tsx";

interface Whole {
  readonly view: View;
  readonly props: SectionProps;
  readonly section: Section;
}

/** «PDF, DOCX og XLSX»: every kind that some field takes. */
export const typesIn = (fields: readonly FileField[], and: string): string => {
  const kinds = [...new Set(fields.flatMap(({ accept }) => accept))].map((one) => one.slice(1).toUpperCase());
  const last = kinds.at(-1) ?? "";
  return kinds.length > 1 ? `${kinds.slice(0, -1).join(", ")} ${and} ${last}` : last;
};

const Limits = ({ view, section }: Omit<Whole, "props">) => {
  const words = attachmentWords[view.language];
  const fields = Object.values(fileFieldsOf(section));
  const each = Math.max(...fields.map(({ maxMegabytes }) => maxMegabytes));
  return (
    <>
      <Paragraph>
        {words.limits(typesIn(fields, words.and), String(each), String(maxInAll(section)))}
      </Paragraph>
      <Paragraph>{words.checked}</Paragraph>
    </>
  );
};

const GoOn = ({ view, props }: Omit<Whole, "section">) => {
  const words = attachmentWords[view.language];
  if (props.notice) return null;
  return (
    <form
      method="post"
      action={`/${view.language}/applications/${props.application.id}/sections/${props.section}`}
      data-swap
    >
      <input type="hidden" name="revision" value={props.revision} />
      <Onward words={words} />
    </form>
  );
};

/** A section of files. Each file is added and removed by itself, so there is nothing to save when going on. */
export const FileSection = ({ view, props, section }: Whole) => {
  const words = attachmentWords[view.language];
  const attached = AttachedFiles.catch({}).parse(props.answers);
  const here = `/${view.language}/applications/${props.application.id}`;
  const around = aroundOf(view, props, section);
  const isChecking = Object.values(attached)
    .flat()
    .some(({ state }) => state === "checking");
  return (
    <div
      class="form attachments"
      id={idOf("")}
      tabindex={-1}
      data-address={`${here}/sections/${props.section}`}
      data-files={`${here}/files`}
      data-revision={props.revision}
      data-words={JSON.stringify(words.script)}
    >
      <SectionNotices view={view} props={props} />
      <div class="limits">
        <Limits view={view} section={section} />
        <p class="refresh" hidden={!isChecking}>
          {words.waiting}{" "}
          <a class="ds-link" href={`${here}/sections/${props.section}`}>
            {words.refresh}
          </a>
        </p>
      </div>
      {Object.entries(fileFieldsOf(section)).map(([name, field]) => (
        <FileQuestion
          view={view}
          around={around}
          name={name}
          field={field}
          list={attached[name] ?? []}
          files={`${here}/files`}
        />
      ))}
      <GoOn view={view} props={props} />
    </div>
  );
};
