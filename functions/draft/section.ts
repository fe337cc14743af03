import { decideEditing } from "#shared/domain/application.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { emptySection } from "#shared/form/draft.ts";
import type { Fields, Section } from "#shared/form/fields.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { findOwnApplication, type OwnApplication } from "#shared/records/own-application.ts";
import { readSection } from "#shared/records/sections.ts";
import type { Table } from "#shared/records/table.ts";
import { type SectionProps, sectionPage } from "#web/pages/section-page.tsx";

export interface OpenSection {
  readonly own: OwnApplication;
  readonly key: string;
  readonly section: Section;
}

/** The section the address names, if the application is one's own and its level has it. */
export const openSection = async (asked: SignedIn, table: Table): Promise<OpenSection | undefined> => {
  const own = await findOwnApplication(table, asked.params["id"], asked.person.id);
  const key = asked.params["section"] ?? "";
  const section = own && Object.hasOwn(own.form.sections, key) ? own.form.sections[key] : undefined;
  if (!own || !section) return undefined;
  return { own, key, section };
};

/** Sections whose rows this one's questions point to. */
const referredTo = (fields: Fields): readonly string[] =>
  Object.values(fields).flatMap((field) => {
    if (field.kind === "group") return referredTo(field.fields);
    return field.kind === "reference" ? [field.to.split(".")[0] ?? ""] : [];
  });

const readOthers = async (table: Table, { own, key, section }: OpenSection) => {
  const names = [...new Set(referredTo(section.fields))].filter((name) => name !== key);
  const saved = await Promise.all(names.map((name) => readSection(table, own.application.id, name)));
  return Object.fromEntries(saved.flatMap((one) => (one ? [[one.section, one.answers]] : [])));
};

/** The section's page with these answers in it. A program that asks for JSON never sees it. */
export const draw = async (
  asked: SignedIn,
  table: Table,
  open: OpenSection,
  props: Pick<SectionProps, "answers" | "revision"> & Partial<SectionProps>,
) => {
  const { own, key } = open;
  const others = asked.wantsJson ? {} : await readOthers(table, open);
  return () =>
    sectionPage(asked, {
      call: own.definition.call,
      application: own.application,
      form: own.form,
      section: key,
      problems: [],
      others,
      ...props,
    });
};

export const closed = (refusal: Refusal) => ({ notice: { kind: "closed", refusal } as const });

export const showSection = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const open = await openSection(asked, table);
  if (!open) return { reason: "not-found" };
  const { own, key, section } = open;
  const saved = await readSection(table, own.application.id, key);
  const answers = saved?.answers ?? emptySection(section);
  const revision = saved?.revision ?? 0;
  const editing = decideEditing(own.definition.call, own.application, asked.at);
  const { focus } = asked.query;
  return {
    page: await draw(asked, table, open, {
      answers,
      revision,
      ...(focus && { focus }),
      ...(!editing.ok && closed(editing.refusal)),
    }),
    json: () => ({ section: key, revision, answers, questions: section.fields }),
  };
};
