import { randomUUID } from "node:crypto";
import * as z from "zod";
import { decideEditing } from "#shared/domain/application.ts";
import { type AttachedFiles, decideAdding, findFile, type NoRoom } from "#shared/domain/attached-files.ts";
import { Declared, FileId, type StoredFile } from "#shared/domain/stored-file.ts";
import { type Bucket, uploadForm } from "#shared/files/bucket.ts";
import { uploadKey } from "#shared/files/keys.ts";
import { problemAt } from "#shared/form/check.ts";
import type { FileField } from "#shared/form/fields.ts";
import { fileFieldsOf, fileSectionsOf, maxInAll } from "#shared/form/file-section.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { changeFiles, readFiles } from "#shared/records/attached-files.ts";
import { type OwnApplication, openApplication } from "#shared/records/own-application.ts";
import type { Table } from "#shared/records/table.ts";
import { uploadPage } from "#web/pages/upload-page.tsx";
import { changeBy } from "./change-files.ts";
import { addressOf, draw, type OpenSection } from "./section.ts";

export interface FilesAround {
  readonly table: Table;
  readonly bucket: Bucket;
  readonly siteUrl: string;
}

/** A page without script knows nothing of the file yet. */
const Add = z.union([
  z.strictObject({ field: z.string(), ...Declared.shape }),
  z.strictObject({ field: z.string() }),
]);

interface OpenField extends OpenSection {
  readonly name: string;
  readonly field: FileField;
}

const openField = (own: OwnApplication, name: string): OpenField | undefined =>
  fileSectionsOf(own.form).flatMap(([key, section]) => {
    const field = fileFieldsOf(section)[name];
    return field ? [{ own, key, section, name, field }] : [];
  })[0];

/** What the browser posts the file with. A declared file goes by script, which finds its own way back. */
const ticketFor = async (
  asked: SignedIn,
  { bucket, siteUrl }: FilesAround,
  open: OpenField,
  file: StoredFile,
) => {
  const { url, fields } = await uploadForm(bucket, {
    key: uploadKey(open.own.application.id, file.id, file.name),
    maxMegabytes: open.field.maxMegabytes,
    ...(file.sha256
      ? { exactly: { type: file.type, sha256: file.sha256 } }
      : { goesTo: `${siteUrl}${addressOf(asked, open)}?arrived=${file.id}` }),
  });
  return { id: file.id, url, fields };
};

/** The section's page with what there is no room for. */
const noRoom = async (
  asked: SignedIn,
  table: Table,
  open: OpenField,
  { code, params }: NoRoom,
): Promise<Answer> => {
  const problems = [problemAt(open.own.form, [open.key, open.name], code, params)];
  const { files, revision } = await readFiles(table, open.own.application, open.key);
  return {
    refusal: { reason: "problems-in-answers", problems },
    page: await draw(asked, table, open, { answers: files, revision, problems }),
  };
};

const addTo = async (asked: SignedIn, around: FilesAround, open: OpenField, declared?: Declared) => {
  const id = FileId.parse(randomUUID());
  const decide = (files: AttachedFiles) =>
    decideAdding(files, {
      id,
      field: open.name,
      rule: open.field,
      maxMegabytesInAll: maxInAll(open.section),
      declared,
      at: asked.at,
      by: asked.person.name,
    });
  const changed = await changeFiles(around.table, { ...changeBy(asked, open.own, open.key), decide });
  return { id, changed };
};

const attempt = async (asked: SignedIn, around: FilesAround): Promise<Answer | "changed"> => {
  const opened = await openApplication(around.table, asked.params["id"], asked.person.id, "write");
  if (!opened.ok) return opened.refusal;
  const own = opened.value;
  const body = Add.safeParse(asked.body);
  const open = body.success ? openField(own, body.data.field) : undefined;
  if (!body.success || !open) return { reason: "malformed-request" };
  const editing = decideEditing(own.definition.call, own.application, asked.at);
  if (!editing.ok) return editing.refusal;
  const { id, changed } = await addTo(asked, around, open, "sha256" in body.data ? body.data : undefined);
  if (changed === "access-changed") return "changed";
  if (changed === "not-editable") return { reason: "already-submitted" };
  if (!changed.ok) return noRoom(asked, around.table, open, changed.refusal);
  const file = findFile(changed.value, id)?.file;
  const there = `/${asked.language}/applications/${own.application.id}/files/${id}/upload`;
  if (!file || !asked.wantsJson) return { to: there };
  return { to: there, json: { status: 201, body: await ticketFor(asked, around, open, file) } };
};

/** Makes room for one more file and hands out what it is uploaded with. */
export const addFile = (asked: SignedIn, around: FilesAround): Promise<Answer> =>
  untilSettled(() => attempt(asked, around));

const findAwaited = async (table: Table, own: OwnApplication, given: string | undefined) => {
  const id = FileId.safeParse(given);
  if (!id.success) return undefined;
  for (const [key] of fileSectionsOf(own.form)) {
    const found = findFile((await readFiles(table, own.application, key)).files, id.data);
    const open = found && openField(own, found.field);
    if (open) return { open, file: found.file };
  }
  return undefined;
};

/** A page to upload one file from, for browsers without script; for a script the same ticket once more. */
export const showUpload = async (asked: SignedIn, around: FilesAround): Promise<Answer> => {
  const opened = await openApplication(around.table, asked.params["id"], asked.person.id, "write");
  if (!opened.ok) return opened.refusal;
  const found = await findAwaited(around.table, opened.value, asked.params["file"]);
  if (!found) return { reason: "not-found" };
  const { open, file } = found;
  const { definition, application } = open.own;
  const editing = decideEditing(definition.call, application, asked.at);
  if (!editing.ok) return editing.refusal;
  if (file.state !== "awaited" || (file.sha256 && !asked.wantsJson)) return { to: addressOf(asked, open) };
  const ticket = await ticketFor(asked, around, open, file);
  return {
    page: () => uploadPage(asked, { ...open, call: definition.call, application, ticket }),
    json: () => ticket,
  };
};
