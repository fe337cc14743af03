import type { Refusal } from "#shared/domain/refusal.ts";
import { t } from "#shared/domain/text.ts";
import { of, type RefusalWords } from "./plain-refusals.ts";

/** Refusals of what somebody wants to do, as things stand, whose words depend on nothing. */
export const ofDeeds = {
  "invitation-over": of(
    410,
    t(
      "Invitasjonen gjelder ikke lenger",
      "Invitasjonen gjeld ikkje lenger",
      "The invitation is no longer valid",
    ),
    t(
      "Den er brukt eller har gått ut. Be den som inviterte deg, om å sende en ny.",
      "Han er brukt eller har gått ut. Be den som inviterte deg, om å sende ein ny.",
      "It has been used or has expired. Ask the person who invited you to send a new one.",
    ),
  ),
  "already-submitted": of(
    409,
    t("Søknaden er allerede sendt", "Søknaden er alt send", "The application has already been sent"),
    t(
      "Den ligger fast slik den ble sendt. Fram til fristen kan den som eier søknaden, velge «Endre søknaden» på kvitteringen og sende på nytt. Programnivået kan bare byttes i en søknad som er trukket.",
      "Han ligg fast slik han vart send. Fram til fristen kan den som eig søknaden, velje «Endre søknaden» på kvitteringa og sende på nytt. Programnivået kan berre bytast i ein søknad som er trekt.",
      "It stands as it was sent. Until the deadline its owner can choose “Change the application” on the receipt and send it again. The level can only be changed in an application that is withdrawn.",
    ),
  ),
  "not-submitted": of(
    409,
    t("Søknaden er ikke sendt", "Søknaden er ikkje send", "The application has not been sent"),
    t(
      "Bare en sendt søknad kan trekkes. Et utkast eller en trukket søknad kan endres uten videre fram til fristen, og blir ikke behandlet om den ikke sendes.",
      "Berre ein send søknad kan trekkjast. Eit utkast eller ein trekt søknad kan endrast utan vidare fram til fristen, og blir ikkje behandla om han ikkje blir send.",
      "Only a sent application can be withdrawn. A draft or a withdrawn application can be changed as it is until the deadline, and is not assessed unless it is sent.",
    ),
  ),
  "id-taken": of(
    409,
    t(
      "Søknaden kunne ikke opprettes",
      "Søknaden kunne ikkje opprettast",
      "The application could not be created",
    ),
    t(
      "Gå til Min side, last den på nytt og start søknaden derfra.",
      "Gå til Mi side, last ho på nytt og start søknaden derifrå.",
      "Go to My page, reload it and start the application from there.",
    ),
  ),
  "saved-elsewhere": of(
    409,
    t(
      "Denne delen er endret et annet sted",
      "Denne delen er endra ein annan stad",
      "This section was changed elsewhere",
    ),
    t(
      "Noen har lagret den mens du skrev. Velg hvilken tekst som skal gjelde; ingenting er slettet.",
      "Nokon har lagra han medan du skreiv. Vel kva tekst som skal gjelde; ingenting er sletta.",
      "Somebody saved it while you were writing. Choose which text to keep; nothing has been deleted.",
    ),
  ),
  "changed-since-review": of(
    409,
    t(
      "Søknaden er endret etter at du så over den",
      "Søknaden er endra etter at du såg over han",
      "The application changed after you reviewed it",
    ),
    t(
      "Se over delene som er endret, og send på nytt.",
      "Sjå over delane som er endra, og send på nytt.",
      "Review the sections that changed and send again.",
    ),
  ),
  "needs-another-person": of(
    409,
    t("En annen enn du må godkjenne", "Ein annan enn du må godkjenne", "Somebody else than you must approve"),
    t(
      "Du har foreslått den nye fristen selv, og to må stå bak at den flyttes. Be en annen saksbehandler om å godkjenne forslaget. Ingenting er endret.",
      "Du har foreslått den nye fristen sjølv, og to må stå bak at han blir flytta. Be ein annan saksbehandlar om å godkjenne forslaget. Ingenting er endra.",
      "You proposed the new deadline yourself, and it takes two to move it. Ask another case officer to approve the proposal. Nothing has been changed.",
    ),
  ),
  "proposal-changed": of(
    409,
    t("Forslaget er et annet nå", "Forslaget er eit anna no", "The proposal is another one now"),
    t(
      "Noen har foreslått, godkjent eller trukket en ny frist etter at du åpnet siden. Se hva som gjelder nå, før du går videre. Det du gjorde, har ikke endret noe.",
      "Nokon har foreslått, godkjent eller trekt ein ny frist etter at du opna sida. Sjå kva som gjeld no, før du går vidare. Det du gjorde, har ikkje endra noko.",
      "Somebody has proposed, approved or dropped a new deadline since you opened the page. See what holds now before you go on. What you did has changed nothing.",
    ),
  ),
  "webinar-cancelled": of(
    410,
    t("Webinaret er avlyst", "Webinaret er avlyst", "The webinar is cancelled"),
    t(
      "Det går ikke lenger an å melde seg på. Se utlysningen for hva som gjelder i stedet, eller skriv til kontaktadressen der.",
      "Det går ikkje lenger an å melde seg på. Sjå utlysinga for kva som gjeld i staden, eller skriv til kontaktadressa der.",
      "It is no longer possible to sign up. See the call for what applies instead, or write to the contact address there.",
    ),
  ),
} satisfies Partial<Record<Refusal["reason"], RefusalWords>>;
