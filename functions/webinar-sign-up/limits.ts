import { hourOf, limitOfAddress, limitOfNetwork } from "#shared/domain/limit.ts";
import type { EmailAddress } from "#shared/domain/person.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { networkOf } from "#shared/http/network.ts";
import type { Asked } from "#shared/http/request.ts";
import { isWithin } from "#shared/records/limits.ts";
import type { Table } from "#shared/records/table.ts";

/** Counts what can send a mail, by where it comes from and by whom the mail would go to; the refusal, when that is too often. */
export const tooMany = async (
  asked: Asked,
  table: Table,
  email: EmailAddress,
): Promise<Refusal | undefined> => {
  const network = networkOf(asked);
  const limits = [...(network === undefined ? [] : [limitOfNetwork(network)]), limitOfAddress(email)];
  for (const limit of limits)
    if (!(await isWithin(table, limit, asked.at)))
      return { reason: "too-many-tries", again: hourOf(asked.at).until };
  return undefined;
};
