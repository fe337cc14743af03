import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { Organisation, type OrganisationNumber } from "#shared/domain/organisation.ts";
import { duration, type Instant } from "#shared/domain/time.ts";
import { dueKeys } from "./index-keys.ts";
import { readAll, readItem, readMany } from "./reads.ts";
import { timeSort, upTo } from "./sort-keys.ts";
import { type Item, ifItHolds, type Table } from "./table.ts";
import { keys } from "./table-keys.ts";
import { timeToLive } from "./time-to-live.ts";
import { type Expression, put } from "./writes.ts";

const keptFor = duration({ hours: 180 * 24 });
const askedAgainAfter = { unanswered: duration({ minutes: 55 }), answered: duration({ hours: 24 }) };

const isUnreachable = ({ answer }: Organisation): boolean => answer.state === "unreachable";

/** Every answer grows old: an organisation may go bankrupt, or have to be forgotten. */
const dueAfter = (organisation: Organisation): Instant =>
  organisation.checkedAt.add(askedAgainAfter[isUnreachable(organisation) ? "unanswered" : "answered"]);

const organisationItem = (organisation: Organisation): Item => {
  const { number, answer, checkedAt } = organisation;
  return {
    ...z.encode(Organisation, organisation),
    ...keys.organisation(number),
    item: "organisation",
    state: answer.state,
    ...timeToLive(checkedAt.add(keptFor)),
    dueKey: dueKeys.organisations,
    dueSort: timeSort(dueAfter(organisation), number),
  };
};

const nothingBetter: Expression = {
  text: "attribute_not_exists(#pk) OR #state = :unreachable",
  values: { unreachable: "unreachable" },
};

/** Keeps what the register said, in place of all it said before. That it did not answer replaces no answer. */
export const keepOrganisation = async (table: Table, organisation: Organisation): Promise<void> => {
  const condition = isUnreachable(organisation) ? nothingBetter : undefined;
  const command = new PutItemCommand(put(table, organisationItem(organisation), condition));
  await ifItHolds(() => table.client.send(command));
};

/** What the register has said of a number, if it has been asked. */
export const readOrganisation = async (
  table: Table,
  number: OrganisationNumber,
): Promise<Organisation | undefined> => {
  const item = await readItem(table, keys.organisation(number));
  return item && Organisation.parse(item);
};

/** What the register has said of these numbers, by number. */
export const readOrganisations = async (
  table: Table,
  numbers: readonly OrganisationNumber[],
): Promise<ReadonlyMap<string, Organisation>> => {
  const items = await readMany(table, [...new Set(numbers)].map(keys.organisation));
  return new Map(items.map((item) => Organisation.parse(item)).map((one) => [one.number, one]));
};

/** Those whose time to be asked about again has come, the longest due first. */
export const organisationsDue = async (table: Table, at: Instant, limit: number): Promise<Organisation[]> => {
  const items = await readAll(table, {
    index: "byDue",
    key: dueKeys.organisations,
    sort: { upTo: upTo(at) },
    limit,
  });
  return items.map((item) => Organisation.parse(item));
};
