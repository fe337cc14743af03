import type { InvitationFault } from "#shared/domain/invitation.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import { type Text, t } from "#shared/domain/text.ts";

const email = t("E-postadresse", "E-postadresse", "E-mail address");
const may = t("Hva kollegaen kan gjøre", "Kva kollegaen kan gjere", "What your colleague may do");

const at = (pointer: string, label: Text, message: Text) => ({ pointer, label, message });

const faults: Readonly<Record<InvitationFault, Omit<Problem, "code">>> = {
  "own-address": at(
    "/email",
    email,
    t("Dette er din egen adresse", "Dette er di eiga adresse", "This is your own address"),
  ),
  "already-there": at(
    "/email",
    email,
    t(
      "Denne adressen er allerede i listen",
      "Denne adressa er alt i lista",
      "This address is already in the list",
    ),
  ),
  "too-many-open": at(
    "/email",
    email,
    t(
      "Ti invitasjoner er ubesvart. Vent på svar, eller fjern en av dem",
      "Ti invitasjonar er utan svar. Vent på svar, eller fjern ein av dei",
      "Ten invitations are unanswered. Wait for an answer, or remove one of them",
    ),
  ),
  "too-many-mails": at(
    "/email",
    email,
    t(
      "Det er sendt 30 invitasjoner fra denne søknaden, og flere sender vi ikke",
      "Det er sendt 30 invitasjonar frå denne søknaden, og fleire sender vi ikkje",
      "30 invitations have been sent from this application, and we send no more",
    ),
  ),
  "too-soon": at(
    "/email",
    email,
    t(
      "Denne adressen har fått en invitasjon den siste timen. Vent litt før du sender en til",
      "Denne adressa har fått ein invitasjon den siste timen. Vent litt før du sender ein til",
      "This address has had an invitation within the hour. Wait before you send another",
    ),
  ),
  "closed-for-writing": at(
    "/may",
    may,
    t(
      "Fristen er ute, så kollegaer kan bare inviteres til å lese",
      "Fristen er ute, så kollegaer kan berre inviterast til å lese",
      "The deadline has passed, so colleagues can be invited to read only",
    ),
  ),
};

/** A fault as a problem at its field, or at the colleague whose invitation was to be sent again. */
export const problemOf = (fault: InvitationFault, colleagueId?: string): Problem => ({
  ...faults[fault],
  code: fault,
  ...(colleagueId && { pointer: `/colleagues/${colleagueId}` }),
});
