import { randomUUID } from "node:crypto";
import { ApplicationQuery, ExportQuery, filtersIn, RegistrationQuery } from "#shared/domain/listing.ts";
import { type FileKind, fileKinds, fileOf } from "#shared/exports/files.ts";
import { readers, type What, whats } from "#shared/exports/read.ts";
import { type Bucket, downloadLink, keepFile } from "#shared/files/bucket.ts";
import { onceKey } from "#shared/files/keys.ts";
import type { File } from "#shared/http/reply.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer, Route } from "#shared/http/serve.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { eventBy, recordEvent } from "#shared/records/events.ts";
import type { Table } from "#shared/records/table.ts";
import { downloadVolume, startJob } from "./job.ts";
import { rightTo } from "./rights.ts";
import { showExports } from "./show.ts";

const filtersOf = {
  applications: ApplicationQuery,
  registrations: RegistrationQuery,
  messages: ExportQuery,
  events: ExportQuery,
} as const;

/** What was taken out: `csv 12 level=connect`. The page of the list plays no part in an export. */
const detailOf = (what: What, kind: FileKind, { query }: SignedIn, count = "0"): string =>
  `${kind} ${count} ${filtersIn({ ...filtersOf[what].parse(query), ...ExportQuery.parse(query) })}`.trim();

interface Around {
  readonly table: Table;
  readonly bucket: Bucket;
}

interface Wanted {
  readonly what: What;
  readonly kind: FileKind;
}

/** Bytes that Lambda and API Gateway pass on as base64, with room for the headers. */
const mostAtOnce = 4_000_000;

/** What is too large to be passed on goes by S3, with a link that lasts a minute. */
const handOver = async (bucket: Bucket, file: File & { readonly name: string }): Promise<Answer> => {
  if (file.bytes.length <= mostAtOnce) return file;
  const kept = await keepFile(bucket, { ...file, key: onceKey(randomUUID()) });
  return { to: await downloadLink(bucket, { ...kept, name: file.name, type: file.type }) };
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
  const all = await readers[what](table, { definition, query, language, reader: asked.person });
  const file = await fileOf(all, kind, { csv, table: one });
  if (!file) return { reason: "not-found" };
  const { call } = definition;
  const detail = detailOf(what, kind, asked, file.headers["x-written-count"]);
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
    may: "rule",
    method: "POST",
    path: "/staff/calls/{call}/exports",
    answer: (asked) => startJob(asked, table),
  },
  {
    for: "staff",
    may: "rule",
    method: "GET",
    path: "/staff/calls/{call}/exports/{id}/{volume}",
    answer: (asked) => downloadVolume(asked, table, bucket),
  },
  ...whats.flatMap((what) =>
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
