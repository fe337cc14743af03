import * as z from "zod";
import type { Call } from "#shared/domain/call.ts";
import { Circular, CircularId } from "#shared/domain/circular.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import { nothingTypedIn } from "#shared/form/single-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { circularsOf, findCircular, progressIn } from "#shared/records/circulars.ts";
import type { Table } from "#shared/records/table.ts";
import { staffCircularPage } from "#web/staff/staff-circular-page.tsx";
import { staffCircularsPage } from "#web/staff/staff-circulars-page.tsx";
import { circularForm } from "./circular-form.ts";

interface Given {
  readonly typed: AnyRecord;
  readonly problems: readonly Problem[];
}

const nothing: Given = { typed: nothingTypedIn(circularForm), problems: [] };

const asJson = ({ receivers, ...circular }: Circular) => ({
  ...z.encode(Circular.omit({ receivers: true }), circular),
  receivers: receivers.length,
});

/** The form, with what was typed in it and what is wrong with that, and what has been sent before. */
export const drawCirculars = async (
  asked: SignedIn,
  table: Table,
  call: Call,
  { typed, problems }: Given = nothing,
) => {
  const circulars = await circularsOf(table, call.id);
  const filled = { form: circularForm, answers: typed, problems };
  return {
    page: () => staffCircularsPage(asked, { call, circulars, filled }),
    json: () => ({ items: circulars.map(asJson) }),
  };
};

export const showCirculars = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const call = (await findCallInForce(table, asked.params["call"]))?.call;
  return call ? drawCirculars(asked, table, call) : { reason: "not-found" };
};

/** One circular: what it says, and how far it has come. */
export const showCircular = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const call = (await findCallInForce(table, asked.params["call"]))?.call;
  const id = CircularId.safeParse(asked.params["id"]);
  const circular = call && id.success ? await findCircular(table, call.id, id.data) : undefined;
  if (!call || !circular) return { reason: "not-found" };
  const progress = await progressIn(table, circular);
  return {
    page: () => staffCircularPage(asked, { call, circular, progress }),
    json: () => ({ ...asJson(circular), progress }),
  };
};
