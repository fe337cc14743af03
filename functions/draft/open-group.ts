import { decideWriting } from "#shared/domain/colleague.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import type { GroupField } from "#shared/form/fields.ts";
import type { Into } from "#shared/form/sheet-rows.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import type { SignedIn } from "#shared/http/request.ts";
import { readDraft, type WholeDraft } from "#shared/records/own-application.ts";
import type { Table } from "#shared/records/table.ts";
import type { How, SheetProps } from "#web/sheet/props.ts";
import { addressOf, type OpenSection, openSection } from "./section.ts";

/** A group that takes rows from a spreadsheet, with the application as it stands. */
export interface OpenGroup extends OpenSection {
  readonly name: string;
  readonly group: GroupField;
  readonly whole: WholeDraft;
  /** The rows the group has. */
  readonly rows: readonly AnyRecord[];
}

/** The group the address names, if one may see the application and it takes rows from a spreadsheet. */
export const openGroup = async (asked: SignedIn, table: Table): Promise<Result<OpenGroup, Refusal>> => {
  const opened = await openSection(asked, table);
  if (!opened.ok) return opened;
  const open = opened.value;
  const name = asked.params["group"] ?? "";
  const group = Object.hasOwn(open.section.fields, name) ? open.section.fields[name] : undefined;
  if (group?.kind !== "group" || !group.fromSheet) return refuse({ reason: "not-found" });
  const whole = await readDraft(table, open.own);
  const rows = whole.draft[open.key]?.[name];
  return accept({ ...open, name, group, whole, rows: Array.isArray(rows) ? rows : [] });
};

export const writingOf = (asked: SignedIn, { own }: OpenGroup) =>
  decideWriting(own.definition.call, own.application, own.may, asked.at);

export const stayingRows = ({ rows }: OpenGroup, how: How): readonly AnyRecord[] =>
  how === "add" ? rows : [];

export const intoGroup = (open: OpenGroup, how: How): Into => ({
  form: open.own.form,
  section: open.key,
  name: open.name,
  group: open.group,
  draft: open.whole.draft,
  staying: stayingRows(open, how),
});

export const propsOf = (asked: SignedIn, open: OpenGroup, how: How): Omit<SheetProps, "problems"> => ({
  sectionAddress: addressOf(asked, open),
  section: open.section,
  name: open.name,
  group: open.group,
  listed: open.rows.length,
  how,
});
