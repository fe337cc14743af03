import type { CallDefinition } from "#shared/calls/index.ts";
import { type Application, ApplicationId, type SavedSection } from "#shared/domain/application.ts";
import { asItHoldsFor } from "#shared/domain/call-deadlines.ts";
import { type Deed, decideDeed, type May } from "#shared/domain/colleague.ts";
import type { PersonId } from "#shared/domain/person.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import { emptySection } from "#shared/form/draft.ts";
import type { Form } from "#shared/form/form.ts";
import { formFor } from "#shared/form/levels.ts";
import { findApplication } from "./applications.ts";
import { callsInForce } from "./calls.ts";
import { findAccess } from "./colleagues.ts";
import { readSections } from "./sections.ts";
import type { Table } from "./table.ts";

/** An application with all that is needed to read it. */
export interface WholeApplication {
  readonly application: Application;
  /** With the deadlines that hold for this application: moved, and extended. */
  readonly definition: CallDefinition;
  /** The form of the application's level. */
  readonly form: Form;
}

/** One that is a person's own, or that they are a colleague in. */
export interface OwnApplication extends WholeApplication {
  /** What they may do with it. */
  readonly may: May;
}

/** The owner is known by the application itself; only a colleague costs another read. */
const mayOf = async (table: Table, application: Application, person: PersonId): Promise<May | undefined> =>
  application.owner.id === person ? "own" : (await findAccess(table, application.id, person))?.may;

const definitionFor = (application: Application, calls: readonly CallDefinition[]) => {
  const found = calls.find(({ call }) => call.id === application.callId);
  return found && { ...found, call: asItHoldsFor(found.call, application) };
};

/** The application with its call and form, whoever asks. */
export const findWhole = async (table: Table, id: ApplicationId): Promise<WholeApplication | undefined> => {
  const [application, calls] = await Promise.all([findApplication(table, id), callsInForce(table)]);
  const definition = application && definitionFor(application, calls);
  if (!definition) return undefined;
  return { application, definition, form: formFor(definition.application, application.level) };
};

/** The same for whoever may do this with it. To strangers it does not exist. */
export const openApplication = async (
  table: Table,
  id: string | undefined,
  person: PersonId,
  deed: Deed,
): Promise<Result<OwnApplication, Refusal>> => {
  const read = ApplicationId.safeParse(id);
  const whole = read.success ? await findWhole(table, read.data) : undefined;
  const may = whole && (await mayOf(table, whole.application, person));
  if (!whole || !may) return refuse({ reason: "not-found" });
  const allowed = decideDeed(whole.application, may, deed);
  return allowed.ok ? accept({ ...whole, may }) : allowed;
};

export interface WholeDraft {
  readonly draft: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Of every section of the form; 0 for one that was never saved. */
  readonly revisions: Readonly<Record<string, number>>;
  readonly saved: ReadonlyMap<string, SavedSection>;
}

/** All that has been typed, section by section, with empty answers where nothing has. */
export const readDraft = async (
  table: Table,
  { application, form }: Pick<WholeApplication, "application" | "form">,
): Promise<WholeDraft> => {
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
