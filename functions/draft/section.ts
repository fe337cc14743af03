import { decideWriting } from "#shared/domain/colleague.ts";
import type { Organisation } from "#shared/domain/organisation.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import { emptySection } from "#shared/form/draft.ts";
import type { Section } from "#shared/form/form.ts";
import { askedNumbers } from "#shared/form/register-fields.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { readOrganisations } from "#shared/records/organisations.ts";
import {
  type OwnApplication,
  openApplication,
  readDraft,
  type WholeDraft,
} from "#shared/records/own-application.ts";
import { largestApplication, readSection, sizeOf } from "#shared/records/sections.ts";
import type { Table } from "#shared/records/table.ts";
import { type SectionProps, sectionPage } from "#web/pages/section-page.tsx";
import { noteArrival } from "./change-files.ts";
import { meetOthers, presenceJson } from "./presence.ts";

export interface OpenSection {
  readonly own: OwnApplication;
  readonly key: string;
  readonly section: Section;
}

/** The section the address names, if one may see the application and its level has it. */
export const openSection = async (asked: SignedIn, table: Table): Promise<Result<OpenSection, Refusal>> => {
  const opened = await openApplication(table, asked.params["id"], asked.person.id, "see");
  if (!opened.ok) return opened;
  const own = opened.value;
  const key = asked.params["section"] ?? "";
  const section = Object.hasOwn(own.form.sections, key) ? own.form.sections[key] : undefined;
  return section ? accept({ own, key, section }) : refuse({ reason: "not-found" });
};

export const addressOf = (asked: SignedIn, { own, key }: OpenSection): string =>
  `/${asked.language}/applications/${own.application.id}/sections/${key}`;

/** What a page shows of the other sections: the rows that this one's questions point to, and how much there is of it all. */
const around = (draft: WholeDraft["draft"], key: string, answers: SectionProps["answers"]) => {
  const bytes = sizeOf({ ...draft, [key]: answers });
  return { referred: draft, fill: { bytes, most: largestApplication } };
};

const readAsked = (table: Table, { section }: OpenSection, answers: SectionProps["answers"]) =>
  readOrganisations(
    table,
    askedNumbers(section.fields, answers).map(({ number }) => number),
  );

/** The section's page with these answers in it. A program that asks for JSON never sees it. Who has read the whole draft already gives it along. */
export const draw = async (
  asked: SignedIn,
  table: Table,
  open: OpenSection,
  props: Pick<SectionProps, "answers" | "revision"> & Partial<SectionProps>,
  given?: WholeDraft["draft"],
) => {
  const { own, key } = open;
  const [draft, organisations] = asked.wantsJson
    ? [{}, new Map<string, Organisation>()]
    : await Promise.all([
        given ?? readDraft(table, own).then((whole) => whole.draft),
        readAsked(table, open, props.answers),
      ]);
  return () =>
    sectionPage(asked, {
      call: own.definition.call,
      application: own.application,
      form: own.form,
      section: key,
      problems: [],
      ...around(draft, key, props.answers),
      organisations,
      ...props,
    });
};

export const closed = (refusal: Refusal) => ({ notice: { kind: "closed", refusal } as const });

/** `list.45`: so many rows were just taken in to the group. */
const takenIn = (told = ""): SectionProps["taken"] => {
  const [, group, count] = /^(\w{1,100})\.(\d{1,4})$/.exec(told) ?? [];
  return group === undefined ? undefined : { group, count: Number(count) };
};

export const showSection = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const opened = await openSection(asked, table);
  if (!opened.ok) return opened.refusal;
  const open = opened.value;
  const { own, key, section } = open;
  if (asked.query["arrived"]) return noteArrival(asked, table, open);
  const whole = asked.wantsJson ? undefined : await readDraft(table, own);
  const saved = whole ? whole.saved.get(key) : await readSection(table, own.application.id, key);
  const answers = saved?.answers ?? emptySection(section);
  const revision = saved?.revision ?? 0;
  const writing = decideWriting(own.definition.call, own.application, own.may, asked.at);
  const others = writing.ok ? await meetOthers(asked, table, open) : [];
  const { focus } = asked.query;
  const taken = takenIn(asked.query["taken"]);
  return {
    page: await draw(
      asked,
      table,
      open,
      {
        answers,
        revision,
        ...(focus && { focus }),
        others,
        ...(taken && { taken }),
        ...(!writing.ok && closed(writing.refusal)),
      },
      whole?.draft,
    ),
    json: () => ({
      section: key,
      revision,
      answers,
      questions: section.fields,
      others: presenceJson(others),
    }),
  };
};
