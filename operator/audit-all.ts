import type { JSONWebKeySet } from "jose";
import type { Break } from "#shared/domain/break.ts";
import { partitionPrefixes } from "#shared/records/table-keys.ts";
import type { Finding, Scope } from "./finding.ts";
import { partitionsIn } from "./partitions.ts";
import { breaksIn, findingsIn, nothingSeen, type Seen, see } from "./seen.ts";
import type { Source } from "./source.ts";

/** Without keys no signature is checked. */
interface Given extends Scope {
  readonly keySet: JSONWebKeySet | undefined;
}

export interface Audit {
  readonly breaks: readonly Break[];
  readonly findings: readonly Finding[];
  /** How many applications were deleted, as the call's events tell. */
  readonly deletions: number;
}

/** Where the breaks were seen, and where it would say that an application was deleted. */
const suspects = (breaks: readonly Break[], { call }: Scope): ReadonlySet<string> =>
  new Set(
    breaks.flatMap(({ application, reference }) => [
      `${partitionPrefixes.call}${call.id}`,
      `${partitionPrefixes.application}${application}`,
      ...(reference ? [`${partitionPrefixes.reference}${reference}`] : []),
    ]),
  );

/** People use the service meanwhile, so half of a change may have been read: what looks broken is read once more. */
const lookAgain = async (seen: Seen, { again }: Source, { keySet, ...scope }: Given): Promise<void> => {
  if (!again) return;
  for (const key of suspects(breaksIn(seen, scope), scope)) {
    see(seen, [key, []], scope);
    const partitions = partitionsIn(await again(key), { together: true, keySet });
    for await (const partition of partitions) see(seen, partition, scope);
  }
};

/** Goes through all that is stored of a call. */
export const auditAll = async (source: Source, { keySet, ...scope }: Given): Promise<Audit> => {
  const seen = nothingSeen();
  const partitions = partitionsIn(source.items(), { together: source.together, keySet });
  for await (const partition of partitions) see(seen, partition, scope);
  await lookAgain(seen, source, { keySet, ...scope });
  return { breaks: breaksIn(seen, scope), findings: findingsIn(seen), deletions: seen.deleted.size };
};
