import { auditOwed } from "#shared/domain/audit.ts";
import { auditReferences, type Leading } from "#shared/domain/audit-references.ts";
import type { Break } from "#shared/domain/break.ts";
import { latestOf } from "#shared/domain/time.ts";
import { partitionPrefixes } from "#shared/records/table-keys.ts";
import { type Finding, findingOf, ofKind, type Scope } from "./finding.ts";
import type { Partition } from "./partitions.ts";

/** What has been seen so far, by id and by reference. */
export interface Seen {
  readonly findings: Map<string, Finding>;
  readonly references: Map<string, Leading>;
  readonly deleted: Set<string>;
}

export const nothingSeen = (): Seen => ({ findings: new Map(), references: new Map(), deleted: new Set() });

const replace = <Value>(map: Map<string, Value>, key: string, value: Value | undefined): void => {
  if (value) map.set(key, value);
  else map.delete(key);
};

/** Goes through a partition, in place of what was seen in it before. */
export const see = (seen: Seen, [key, pieces]: Partition, scope: Scope): void => {
  const { application, reference, call } = partitionPrefixes;
  if (key === `${call}${scope.call.id}`)
    for (const deletion of ofKind(pieces, "deletion")) seen.deleted.add(deletion.reference);
  if (key.startsWith(application)) {
    const id = key.slice(application.length);
    replace(seen.findings, id, pieces.length > 0 ? findingOf(id, pieces, scope) : undefined);
  }
  if (key.startsWith(`${reference}${scope.call.referencePrefix}-`)) {
    const [to] = ofKind(pieces, "reference");
    const taken = key.slice(reference.length);
    replace(seen.references, taken, to && { application: to.leadsTo, reference: taken });
  }
};

/** What was found of each application, but of those whose deletion is noted and has not come to its end. */
export const findingsIn = ({ findings, deleted }: Seen): readonly Finding[] =>
  [...findings.values()].filter(({ remainsOf }) => remainsOf === undefined || !deleted.has(remainsOf));

/** Every break there is when all has been seen. */
export const breaksIn = (seen: Seen, { earlier }: Scope): readonly Break[] => {
  const { findings, references, deleted } = seen;
  const all = findingsIn(seen);
  const newest = latestOf(all.flatMap((one) => one.newest ?? []));
  const owed = all.flatMap((one) => one.owed);
  return [
    ...all.flatMap(({ breaks }) => breaks),
    ...(newest ? auditOwed(owed, newest) : []),
    ...auditReferences({
      applications: all.flatMap(({ head }) => head ?? []),
      references: [...references.values()],
      earlier: [...earlier.values()],
      deleted,
      known: new Set(findings.keys()),
    }),
  ];
};
