import { randomUUID } from "node:crypto";
import { What } from "#shared/domain/export-job.ts";
import { ExportQuery } from "#shared/domain/listing.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { type FileKind, fileKinds, fileOf } from "#shared/exports/files.ts";
import { boundsOf, mostAtOnce, readTables } from "#shared/exports/whole.ts";
import { type Bucket, downloadLink, keepFile } from "#shared/files/bucket.ts";
import { onceKey } from "#shared/files/keys.ts";
import type { File } from "#shared/http/reply.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer, Route } from "#shared/http/serve.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { detailOf } from "./filters.ts";
import { downloadVolume, startJob } from "./job.ts";
import { rightTo } from "./rights.ts";
import { exportsPage, showExports } from "./show.ts";

interface Around {
  readonly table: Table;
  readonly bucket: Bucket;
}

interface Wanted {
  readonly what: What;
  readonly kind: FileKind;
}

/** Bytes that Lambda and API Gateway pass on as base64, with room for the headers. */
const mostPassedOn = 4_000_000;

/** What is too large to be passed on goes by S3, with a link that lasts a minute. */
const handOver = async (bucket: Bucket, file: File & { readonly name: string }): Promise<Answer> => {
  if (file.bytes.length <= mostPassedOn) return file;
  const kept = await keepFile(bucket, { ...file, key: onceKey(randomUUID()) });
  return { to: await downloadLink(bucket, { ...kept, name: file.name, type: file.type }) };
};

/** The export page, which leads to how it is had all the same. */
const tooMuch = async (asked: SignedIn, table: Table, what: What): Promise<Answer> => {
  const refusal: Refusal = { reason: "too-much-at-once", most: mostAtOnce[what] };
  const page = await exportsPage(asked, table, refusal);
  return page ? { refusal, page } : { reason: "not-found" };
};

/** The same choice as the list at the same address, in the language of the request. Who took it out is noted before they get it. */
const takeOut = async (
  asked: SignedIn,
  { table, bucket }: Around,
  { what, kind }: Wanted,
): Promise<Answer> => {
  const definition = await findCallInForce(table, asked.params["call"]);
  if (!definition) return { reason: "not-found" };
  const { language, query } = asked;
  const { csv = "excel", table: one } = ExportQuery.parse(query);
  const wanted = { definition, query, language, until: asked.at, reader: asked.person };
  const all = await readTables(table, what, wanted, boundsOf(what));
  if (all === "too-much") return tooMuch(asked, table, what);
  const file = await fileOf(all, kind, { csv, table: one });
  if (!file) return { reason: "not-found" };
  const { call } = definition;
  const count = file.headers["x-written-count"] ?? "0";
  const detail = detailOf(what, { kind, query, count });
  await recordEvent(table, call.id, eventBy(asked, `${what}-exported`, detail));
  return handOver(bucket, { ...file, name: `${call.id}-${what}${file.ending}` });
};

export const routes = (table: Table, bucket: Bucket): readonly Route[] => [
  {
    for: "staff",
    may: "export",
    method: "GET",
    path: "/staff/calls/{call}/exports",
    answer: (asked) => showExports(asked, table),
  },
  {
    for: "staff",
    may: "export",
    method: "POST",
    path: "/staff/calls/{call}/exports",
    answer: (asked) => startJob(asked, table),
  },
  {
    for: "staff",
    may: "export",
    method: "GET",
    path: "/staff/calls/{call}/exports/{id}/{volume}",
    answer: (asked) => downloadVolume(asked, table, bucket),
  },
  ...What.options.flatMap((what) =>
    fileKinds.map(
      (kind): Route => ({
        for: "staff",
        may: rightTo[what],
        method: "GET",
        path: `/staff/calls/{call}/${what}.${kind}`,
        answer: (asked) => takeOut(asked, { table, bucket }, { what, kind }),
      }),
    ),
  ),
];
