import * as z from "zod";
import {
  type Application,
  type ApplicationId,
  type Facts,
  type Revisions,
  SavedSection,
} from "#shared/domain/application.ts";
import { canonicalJson } from "#shared/domain/digest.ts";
import type { PersonId } from "#shared/domain/person.ts";
import { applicationIn } from "./application-item.ts";
import { readAll, readItem } from "./reads.ts";
import { sortPrefixes } from "./sort-keys.ts";
import { type Item, type Table, transact } from "./table.ts";
import { keys } from "./table-keys.ts";
import { check, type Expression, put, stillAt, update } from "./writes.ts";

/** Bytes that an application's answers may have together. DynamoDB takes 400 kB in one item, and a submission is one. */
export const largestApplication = 350_000;

/** Bytes of the JSON of a section's answers, or of all sections' by name. */
export const sizeOf = (answers: unknown): number => Buffer.byteLength(JSON.stringify(answers), "utf8");

export type Saving =
  | { readonly outcome: "saved"; readonly section: SavedSection }
  | { readonly outcome: "conflict"; readonly theirs: SavedSection }
  | { readonly outcome: "not-editable" }
  /** Whoever saves is not any more what they were when the application was read, or it has been sent since and is being changed. */
  | { readonly outcome: "access-changed" };

/** The sections that have been saved, by name. */
export const readSections = async (table: Table, id: ApplicationId): Promise<SavedSection[]> => {
  const items = await readAll(table, {
    key: keys.application(id).pk,
    sort: { beginsWith: sortPrefixes.section },
  });
  return items.map((item) => SavedSection.parse(item));
};

export const readSection = async (
  table: Table,
  id: ApplicationId,
  section: string,
): Promise<SavedSection | undefined> => {
  const item = await readItem(table, keys.section(id, section));
  return item && SavedSection.parse(item);
};

/** Holds as long as each of these sections is as it was then. */
export const sectionsStillAt = (table: Table, id: ApplicationId, revisions: Revisions) =>
  Object.entries(revisions).map(([section, revision]) => ({
    ConditionCheck: check(table, keys.section(id, section), stillAt(revision)),
  }));

const sectionItem = (id: ApplicationId, section: SavedSection): Item => ({
  ...z.encode(SavedSection, section),
  ...keys.section(id, section.section),
  item: "section",
});

/** Keeps a section over the revision before its own; its first over none. */
export const sectionPut = (table: Table, id: ApplicationId, section: SavedSection) =>
  put(table, sectionItem(id, section), stillAt(section.revision - 1));

const editable: Expression = {
  text: "(#state IN (:draft, :withdrawn, :expired) OR attribute_exists(#changingSince))",
  values: { draft: "draft", withdrawn: "withdrawn", expired: "expired" },
};

const stillOwnedBy = (owner: PersonId): Expression => ({
  text: `${editable.text} AND #owner.#id = :owner`,
  values: { ...editable.values, owner },
});

const factNames = ["organisation", "organisationNumber", "cluster", "counties"] as const;

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** None while what was sent is being changed: what lists show of it is what was sent. */
const changedFacts = (application: Application, facts: Partial<Facts>) =>
  application.state === "submitted"
    ? []
    : Object.entries(facts).filter(([name]) =>
        factNames.some((fact) => fact === name && !isSame(facts[fact], application[fact])),
      );

const applicationWrite = (
  table: Table,
  application: Application,
  { facts, condition }: { readonly facts: Partial<Facts>; readonly condition: Expression },
) => {
  const key = keys.application(application.id);
  const changed = changedFacts(application, facts);
  if (changed.length === 0) return { ConditionCheck: check(table, key, condition) };
  const text = `SET ${changed.map(([name]) => `#${name} = :${name}`).join(", ")}`;
  const notSent = {
    text: `${condition.text} AND #state <> :submitted`,
    values: { ...condition.values, submitted: "submitted" },
  };
  return { Update: update(table, key, { text, values: Object.fromEntries(changed) }, notSent) };
};

const mayStillWrite: Expression = { text: "#may = :edit", values: { edit: "edit" } };

const colleagueCheck = (table: Table, id: ApplicationId, colleague: PersonId | undefined) =>
  colleague ? [{ ConditionCheck: check(table, keys.access(id, colleague), mayStillWrite) }] : [];

/** Why the application's own condition failed: it cannot be changed, or it is to be read again. */
const whyNot = (stored: Item | undefined, { owner }: Application): Saving => {
  const now = applicationIn(stored);
  const isAnother = now && (now.owner.id !== owner.id || now.changingSince !== undefined);
  return isAnother ? { outcome: "access-changed" } : { outcome: "not-editable" };
};

/** What is stored instead. That the very same answers are there means that our own earlier try came through. */
const lostTo = (stored: Item | undefined, section: SavedSection): Saving => {
  const theirs = stored ? SavedSection.parse(stored) : { ...section, revision: 0, answers: {} };
  return canonicalJson(theirs.answers) === canonicalJson(section.answers)
    ? { outcome: "saved", section: theirs }
    : { outcome: "conflict", theirs };
};

/**
 * Keeps a section over the revision before its own, if the application may still be changed, and by whoever does so: its
 * owner, or a colleague who may write. The facts must be from this section: then nobody can have changed them since the
 * application was read without a conflict here.
 */
export const saveSection = async (
  table: Table,
  {
    application,
    section,
    facts = {},
    colleague,
  }: {
    readonly application: Application;
    readonly section: SavedSection;
    readonly facts?: Partial<Facts> | undefined;
    /** Who saves, when it is not the owner. */
    readonly colleague?: PersonId | undefined;
  },
): Promise<Saving> => {
  const condition = colleague ? editable : stillOwnedBy(application.owner.id);
  const written = await transact(table, [
    applicationWrite(table, application, { facts, condition }),
    { Put: sectionPut(table, application.id, section) },
    ...colleagueCheck(table, application.id, colleague),
  ]);
  if (written === "done") return { outcome: "saved", section };
  const [ofApplication, ofSection, ofColleague] = written;
  if (ofColleague?.failed) return { outcome: "access-changed" };
  return ofApplication?.failed ? whyNot(ofApplication.item, application) : lostTo(ofSection?.item, section);
};
