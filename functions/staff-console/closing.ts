import * as z from "zod";
import { Level } from "#shared/domain/call.ts";
import { Closing } from "#shared/domain/closing.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { closingsOf } from "#shared/records/closings.ts";
import { messagesOfCall } from "#shared/records/messages.ts";
import type { Table } from "#shared/records/table.ts";
import { staffClosingPage } from "#web/staff/staff-closing-page.tsx";

const placeOf = ({ list }: Closing): number => Level.options.indexOf(list.level);

/** The last deadline first, and its levels in their order. */
const inOrder = (closings: readonly Closing[]): readonly Closing[] =>
  closings.toSorted((a, b) => b.list.deadline.localeCompare(a.list.deadline) || placeOf(a) - placeOf(b));

/** How the levels of a call closed. References and numbers: nothing that anybody has written. */
export const showClosing = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const call = (await findCallInForce(table, asked.params["call"]))?.call;
  if (!call) return { reason: "not-found" };
  const [kept, messages] = await Promise.all([closingsOf(table, call.id), messagesOfCall(table, call.id)]);
  const closings = inOrder(kept);
  return {
    page: () => staffClosingPage(asked, { call, closings, messages }),
    json: () => ({ items: closings.map((closing) => z.encode(Closing, closing)) }),
  };
};
