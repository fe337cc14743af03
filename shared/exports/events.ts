import type { Event } from "#shared/domain/event.ts";
import type { Link } from "#shared/domain/history.ts";
import { t } from "#shared/domain/text.ts";
import { referenceHeading } from "./applications.ts";
import { moment, number, text } from "./fact.ts";

/** An event of an application in its place, or one of the call itself. */
export interface Noted {
  readonly reference?: string;
  readonly event: Event & Partial<Pick<Link, "number" | "previous" | "digest">>;
}

/** All that happened to the applications, and what staff did with the call. */
export const events = {
  key: "events",
  name: t("Hendelser", "Hendingar", "Events"),
  facts: [
    text<Noted>("id", t("Id", "Id", "Id"), ({ event }) => event.id),
    text<Noted>("reference", referenceHeading, ({ reference }) => reference),
    number<Noted>("number", t("Nummer", "Nummer", "Number"), ({ event }) => event.number),
    ...moment<Noted>("at", t("Når", "Når", "When"), ({ event }) => event.at),
    text<Noted>("what", t("Hva", "Kva", "What"), ({ event }) => event.what),
    text<Noted>("who", t("Hvem (id)", "Kven (id)", "Who (id)"), ({ event }) => event.who),
    text<Noted>("name", t("Navn", "Namn", "Name"), ({ event }) => event.name),
    text<Noted>("detail", t("Detaljer", "Detaljar", "Detail"), ({ event }) => event.detail),
    text<Noted>(
      "submission",
      t("Innsendingens SHA-256", "SHA-256 av innsendinga", "SHA-256 of the submission"),
      ({ event }) => event.submission,
    ),
    text<Noted>(
      "seals",
      t("Kvitteringens SHA-256", "SHA-256 av kvitteringa", "SHA-256 of the receipt"),
      ({ event }) => event.seals,
    ),
    text<Noted>(
      "previous",
      t("Forrige hendelses SHA-256", "SHA-256 av hendinga før", "SHA-256 of the event before"),
      ({ event }) => event.previous,
    ),
    text<Noted>("digest", t("SHA-256", "SHA-256", "SHA-256"), ({ event }) => event.digest),
  ],
};
