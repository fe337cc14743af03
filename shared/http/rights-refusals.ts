// What somebody else may do.
import type { Role } from "#shared/domain/person.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { type Text, t } from "#shared/domain/text.ts";
import { of } from "./plain-refusals.ts";

export const notYoursToDo = ({ owner }: Extract<Refusal, { reason: "not-yours-to-do" }>) =>
  of(
    403,
    t(
      "Dette kan du ikke gjøre i denne søknaden",
      "Dette kan du ikkje gjere i denne søknaden",
      "You cannot do this in this application",
    ),
    t(
      `${owner} eier søknaden og bestemmer hva hver kan gjøre. Ta det opp med ${owner}. Ingenting er endret.`,
      `${owner} eig søknaden og bestemmer kva kvar kan gjere. Ta det opp med ${owner}. Ingenting er endra.`,
      `${owner} owns the application and decides what each may do. Take it up with ${owner}. Nothing has been changed.`,
    ),
  );

const roleNames: Readonly<Record<Role, Text>> = {
  reader: t("leser", "lesar", "reader"),
  officer: t("saksbehandler", "saksbehandlar", "case officer"),
  manager: t("leder", "leiar", "manager"),
};

export const notYourRole = ({ takes }: Extract<Refusal, { reason: "not-your-role" }>) =>
  of(
    403,
    t(
      `Dette krever rollen ${roleNames[takes].nb}`,
      `Dette krev rolla ${roleNames[takes].nn}`,
      `This takes the role of ${roleNames[takes].en}`,
    ),
    t(
      "Rollen din har ikke rett til dette. Be den som styrer tilgangen, om den rollen, og logg ut og inn igjen. Ingenting er endret.",
      "Rolla di har ikkje rett til dette. Be den som styrer tilgangen, om den rolla, og logg ut og inn igjen. Ingenting er endra.",
      "Your role does not have the right to this. Ask whoever manages access for that role, then sign out and in again. Nothing has been changed.",
    ),
  );

export const caseTaken = ({ by }: Extract<Refusal, { reason: "case-taken" }>) =>
  of(
    409,
    t("En annen har saken", "Ein annan har saka", "Somebody else has the case"),
    t(
      `${by} har saken nå. Be ${by} gi den fra seg eller til deg, eller be en leder om det. Ingenting er endret.`,
      `${by} har saka no. Be ${by} gi ho frå seg eller til deg, eller be ein leiar om det. Ingenting er endra.`,
      `${by} has the case now. Ask ${by} to give it back or hand it to you, or ask a manager to. Nothing has been changed.`,
    ),
  );
