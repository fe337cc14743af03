import { type CallDefinition, findCall } from "#shared/calls/index.ts";
import { type Application, ApplicationId, type SavedSection } from "#shared/domain/application.ts";
import type { PersonId } from "#shared/domain/person.ts";
import { emptySection } from "#shared/form/draft.ts";
import { type Form, formFor } from "#shared/form/fields.ts";
import { findApplication } from "./applications.ts";
import { readSections } from "./sections.ts";
import type { Table } from "./table.ts";

export interface OwnApplication {
  readonly application: Application;
  readonly definition: CallDefinition;
  /** The form of the application's level. */
  readonly form: Form;
}

/** The application with its call and form, for its owner alone: to everybody else it does not exist. */
export const findOwnApplication = async (
  table: Table,
  id: string | undefined,
  owner: PersonId,
): Promise<OwnApplication | undefined> => {
  const read = ApplicationId.safeParse(id);
  const application = read.success ? await findApplication(table, read.data) : undefined;
  const definition = application && findCall(application.callId);
  if (!definition || application.owner.id !== owner) return undefined;
  return { application, definition, form: formFor(definition.application, application.level) };
};

export interface WholeDraft {
  readonly draft: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Of every section of the form; 0 for one that was never saved. */
  readonly revisions: Readonly<Record<string, number>>;
  readonly saved: ReadonlyMap<string, SavedSection>;
}

/** All that has been typed, section by section, with empty answers where nothing has. */
export const readDraft = async (table: Table, { application, form }: OwnApplication): Promise<WholeDraft> => {
  const saved = new Map((await readSections(table, application.id)).map((one) => [one.section, one]));
  const sections = Object.entries(form.sections);
  return {
    draft: Object.fromEntries(
      sections.map(([key, section]) => [key, saved.get(key)?.answers ?? emptySection(section)]),
    ),
    revisions: Object.fromEntries(sections.map(([key]) => [key, saved.get(key)?.revision ?? 0])),
    saved,
  };
};
