import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { ExportId, type ExportJob, type TableJob } from "#shared/domain/export-job.ts";
import { instant } from "#shared/domain/time.ts";
import { groupsOf } from "#shared/form/columns.ts";
import { noticeOf } from "#shared/http/refusal-words.ts";
import { staffExportsPage } from "#web/staff/staff-exports-page.tsx";
import type { View } from "#web/view.ts";
import { call, officer } from "./sample-records.ts";

const idOf = (one: number) => ExportId.parse(`${`${one}`.repeat(8)}-1111-4111-8111-111111111111`);

/** A job with so many of three volumes done. */
const begun = (one: number, done: number, finishedAt?: string) => ({
  ...{ id: idOf(one), callId: call.id, language: "nb" as const },
  ...{ startedAt: instant("2024-06-24T07:45:00Z"), ranAt: instant("2024-06-24T07:59:00Z") },
  startedBy: { id: officer.id, name: officer.name, email: officer.email },
  volumes: Array.from({ length: done }, (_, i) => ({
    ...{ key: `${i}`, version: "1", bytes: 98_000_000, sha256: sha256(`${i}`) },
    ...{ records: 40, items: 40, files: 300 },
  })),
  ...(finishedAt && { finishedAt: instant(finishedAt) }),
});

const folders = (one: number, done: number, finishedAt?: string): ExportJob => ({
  ...begun(one, done, finishedAt),
  ...{ what: "folders", expected: 120 },
});

const table = (job: ReturnType<typeof begun>, what: TableJob["what"], records: number): TableJob => ({
  ...job,
  ...{ what, kind: "csv", csv: "excel", query: {}, expected: 1_000_000 },
  volumes: job.volumes.map((volume) => ({ ...volume, records, items: records, files: 1 })),
});

const exportsWith = (jobs: readonly ExportJob[], isLarge: boolean) => (view: View) =>
  staffExportsPage(view, {
    ...{ call, tables: groupsOf(nic2024.application, view.language), jobs },
    large: isLarge ? ["applications", "registrations", "messages", "events"] : [],
    notice: noticeOf(isLarge ? { reason: "too-much-at-once", most: 25_000 } : undefined, view.language),
  });

const about = {
  path: `/staff/calls/${call.id}/exports`,
  who: officer,
  at: instant("2024-06-24T08:00:00Z"),
};

export const exportSamples = {
  "staff-exports": {
    ...about,
    draw: exportsWith(
      [folders(1, 2), folders(2, 3, "2024-06-24T07:03:00Z"), folders(3, 3, "2024-06-20T07:03:00Z")],
      false,
    ),
  },
  "staff-exports-large": {
    ...about,
    draw: exportsWith(
      [
        table(begun(4, 1), "messages", 400_000),
        { ...table(begun(5, 0), "events", 0), ranAt: instant("2024-06-24T07:30:00Z") },
        table(begun(6, 2, "2024-06-24T07:58:00Z"), "registrations", 500_000),
      ],
      true,
    ),
  },
};
