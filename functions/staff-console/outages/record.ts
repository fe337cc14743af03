import * as z from "zod";
import type { Call } from "#shared/domain/call.ts";
import { decideOutage, Outage } from "#shared/domain/outage.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import { nothingTypedIn } from "#shared/form/single-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { findCallInForce } from "#shared/records/calls.ts";
import { eventBy } from "#shared/records/events.ts";
import { keepOutage, outagesOf } from "#shared/records/outages.ts";
import type { Table } from "#shared/records/table.ts";
import { staffOutagesPage } from "#web/staff/staff-outages-page.tsx";
import { outageForm, problemOf, readOutage } from "./outage-form.ts";

interface Typed {
  readonly typed: AnyRecord;
  readonly problems: readonly Problem[];
}

const nothing: Typed = { typed: nothingTypedIn(outageForm), problems: [] };

const draw = (asked: SignedIn, call: Call, outages: readonly Outage[], { typed, problems } = nothing) =>
  staffOutagesPage(asked, { call, outages, form: outageForm, answers: typed, problems });

export const listOutages = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const call = (await findCallInForce(table, asked.params["call"]))?.call;
  if (!call) return { reason: "not-found" };
  const outages = await outagesOf(table, call.id);
  return {
    page: () => draw(asked, call, outages),
    json: () => ({ items: outages.map((outage) => z.encode(Outage, outage)) }),
  };
};

const refuseWith = async (asked: SignedIn, table: Table, call: Call, given: Typed): Promise<Answer> => {
  const outages = await outagesOf(table, call.id);
  return {
    refusal: { reason: "problems-in-answers", problems: given.problems },
    page: () => draw(asked, call, outages, given),
  };
};

export const recordOutage = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const call = (await findCallInForce(table, asked.params["call"]))?.call;
  if (!call) return { reason: "not-found" };
  const { typed, problems, wanted } = readOutage(asked.body);
  if (!wanted) return refuseWith(asked, table, call, { typed, problems });
  const decided = decideOutage(call, wanted, asked);
  if (!decided.ok) return refuseWith(asked, table, call, { typed, problems: [problemOf(decided.refusal)] });
  const { id } = decided.value;
  await keepOutage(table, decided.value, eventBy(asked, "outage-recorded", id));
  return {
    to: `/staff/calls/${call.id}/outages/${id}?lang=${asked.language}`,
    json: { status: 201, body: { id } },
  };
};
