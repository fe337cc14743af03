import { randomUUID } from "node:crypto";
import type { Application } from "#shared/domain/application.ts";
import {
  ColleagueId,
  type ColleagueMay,
  type Invited,
  type Joined,
  withInvitation,
  withJoined,
} from "#shared/domain/colleague.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { EmailAddress, type Person } from "#shared/domain/person.ts";
import type { Language } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import { keepColleagues } from "#shared/records/colleague-changes.ts";
import { readColleagues } from "#shared/records/colleagues.ts";
import type { Table } from "#shared/records/table.ts";
import { kept } from "./begun.ts";
import { anEvent } from "./builders.ts";

const invitedAt = instant("2024-05-14T09:30:00.000Z");

export const anInvited = (given: Partial<Invited> = {}): Invited => ({
  id: ColleagueId.parse(randomUUID()),
  email: EmailAddress.parse(`${randomUUID()}@kollega.example`),
  may: "edit",
  invitedAt,
  state: "invited",
  expiresAt: invitedAt.add({ hours: 14 * 24 }),
  keyHash: sha256("key"),
  ...given,
});

export const joinedAs = ({ id, email, may, keyHash }: Invited, person: Person): Joined => ({
  id,
  email,
  may,
  invitedAt,
  state: "joined",
  joinedAt: invitedAt,
  person: { id: person.id, name: person.name, email: person.email },
  keyHash,
});

/** The application and its colleagues as they are stored. */
export const storedColleagues = async (table: Table, application: Application) => ({
  application: await kept(table, application),
  list: await readColleagues(table, application.id),
});

/** Makes a person a colleague, straight on the records. */
export const join = async (
  table: Table,
  application: Application,
  person: Person,
  may: ColleagueMay = "edit",
  language?: Language,
): Promise<Joined> => {
  const invited = anInvited({ may });
  const before = await storedColleagues(table, application);
  const list = withInvitation(before.list, invited);
  await keepColleagues(table, {
    before,
    after: { ...before, list },
    event: anEvent({ what: "colleague-invited" }),
  });
  const joined = { ...joinedAs(invited, person), ...(language && { language }) };
  const open = await storedColleagues(table, application);
  await keepColleagues(table, {
    before: open,
    after: { ...open, list: withJoined(list, joined) },
    event: anEvent({ what: "colleague-joined" }),
  });
  return joined;
};
