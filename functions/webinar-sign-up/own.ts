import { timingSafeEqual } from "node:crypto";
import { sha256 } from "#shared/domain/digest.ts";
import { type Registration, RegistrationId } from "#shared/domain/registration.ts";
import type { Asked } from "#shared/http/request.ts";
import { type CallInForce, callsInForce } from "#shared/records/calls.ts";
import { findRegistration } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";

/** A registration in the hands of whoever has a key to it. */
export interface Own {
  readonly definition: CallInForce;
  readonly registration: Registration;
  /** What was in the mail's link. */
  readonly key: string;
}

const opens = (key: string, { keyHashes }: Registration): boolean => {
  const given = Buffer.from(sha256(key));
  return keyHashes.some((hash) => timingSafeEqual(given, Buffer.from(hash)));
};

const keyIn = ({ body, query }: Asked): string => {
  const key = body["key"] ?? query["key"];
  return typeof key === "string" ? key.slice(0, 100) : "";
};

/** The registration, for whoever has a key from one of its mails. A wrong key and an unknown id look alike. */
export const findOwn = async (asked: Asked, table: Table): Promise<Own | undefined> => {
  const id = RegistrationId.safeParse(asked.params["id"]);
  const key = keyIn(asked);
  if (!id.success || key === "") return undefined;
  for (const definition of await callsInForce(table)) {
    const registration = await findRegistration(table, definition.call.webinar.id, id.data);
    if (registration && opens(key, registration)) return { definition, registration, key };
  }
  return undefined;
};

/** Where the registration is shown, or a page of it. */
export const addressOf = (
  { language }: Pick<Asked, "language">,
  { registration, key }: Own,
  page = "",
  told = "",
): string =>
  `/${language}/registrations/${registration.id}${page}?key=${encodeURIComponent(key)}${told && `&${told}`}`;
