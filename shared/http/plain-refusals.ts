import type { Refusal } from "#shared/domain/refusal.ts";
import { type Text, t } from "#shared/domain/text.ts";

export interface RefusalWords {
  readonly status: number;
  readonly title: Text;
  /** What to do about it. */
  readonly explanation: Text;
}

export const of = (status: number, title: Text, explanation: Text): RefusalWords => ({
  status,
  title,
  explanation,
});

/** Refusals whose words depend on nothing. */
export const plain = {
  "malformed-request": of(
    422,
    t("Forespørselen kan ikke leses", "Førespurnaden kan ikkje lesast", "The request cannot be read"),
    t(
      "Gå tilbake, last siden på nytt og prøv igjen.",
      "Gå tilbake, last sida på nytt og prøv igjen.",
      "Go back, reload the page and try again.",
    ),
  ),
  "sign-in-required": of(
    401,
    t("Du må logge inn", "Du må logge inn", "You need to sign in"),
    t(
      "Du er ikke logget inn, eller innloggingen er utløpt. Logg inn og prøv igjen.",
      "Du er ikkje logga inn, eller innlogginga har gått ut. Logg inn og prøv igjen.",
      "You are not signed in, or your session has ended. Sign in and try again.",
    ),
  ),
  "sign-in-failed": of(
    401,
    t("Innloggingen ble ikke fullført", "Innlogginga vart ikkje fullført", "Sign-in was not completed"),
    t(
      "Innloggingen tok for lang tid eller ble avbrutt. Prøv å logge inn på nytt.",
      "Innlogginga tok for lang tid eller vart avbroten. Prøv å logge inn på nytt.",
      "It took too long or was interrupted. Try to sign in again.",
    ),
  ),
  "foreign-origin": of(
    403,
    t(
      "Forespørselen kom fra et annet nettsted",
      "Førespurnaden kom frå ein annan nettstad",
      "The request came from another site",
    ),
    t(
      "Vi tar bare imot endringer fra våre egne sider. Åpne tjenesten og prøv derfra.",
      "Vi tek berre imot endringar frå våre eigne sider. Opne tenesta og prøv derifrå.",
      "We only accept changes from our own pages. Open the service and try from there.",
    ),
  ),
  "not-staff": of(
    403,
    t("Siden er for saksbehandlere", "Sida er for saksbehandlarar", "This page is for staff"),
    t(
      "Du er logget inn, men har ikke tilgang hit. Be en leder om å gi deg tilgang, og logg inn på nytt.",
      "Du er logga inn, men har ikkje tilgang hit. Be ein leiar om å gi deg tilgang, og logg inn på nytt.",
      "You are signed in but may not see this. Ask a manager for access and sign in again.",
    ),
  ),
  "not-found": of(
    404,
    t("Vi finner ikke siden", "Vi finn ikkje sida", "We cannot find the page"),
    t(
      "Adressen kan være skrevet feil, eller innholdet er ikke ditt. Gå til forsiden eller Min side.",
      "Adressa kan vere skriven feil, eller innhaldet er ikkje ditt. Gå til framsida eller Mi side.",
      "The address may be wrong, or the content is not yours. Go to the front page or My page.",
    ),
  ),
  "another-person": of(
    404,
    t(
      "Dette hører til en annen enn deg",
      "Dette høyrer til ein annan enn deg",
      "This belongs to somebody else",
    ),
    t(
      "Siden var åpnet av en annen enn den som er logget inn nå. Ingenting er lagret eller sendt. Den som skrev, må logge inn selv.",
      "Sida var opna av ein annan enn den som er logga inn no. Ingenting er lagra eller sendt. Den som skreiv, må logge inn sjølv.",
      "The page was opened by somebody else than who is signed in now. Nothing was saved or sent. Whoever wrote it must sign in.",
    ),
  ),
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
  "unsupported-content-type": of(
    415,
    t("Formatet støttes ikke", "Formatet er ikkje støtta", "The format is not supported"),
    t(
      "Send et skjema eller JSON (application/json).",
      "Send eit skjema eller JSON (application/json).",
      "Send a form or JSON (application/json).",
    ),
  ),
  "problems-in-answers": of(
    422,
    t("Noe må rettes", "Noko må rettast", "Something needs to be corrected"),
    t(
      "Se hva som mangler eller er feil, rett det og prøv igjen.",
      "Sjå kva som manglar eller er feil, rett det og prøv igjen.",
      "See what is missing or wrong, correct it and try again.",
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
  "sent-too-fast": of(
    422,
    t(
      "Trykk en gang til for å melde deg på",
      "Trykk éin gong til for å melde deg på",
      "Press once more to sign up",
    ),
    t(
      "Skjemaet kom tilbake så fort eller slik utfylt at vi tok det for et program. Ingenting er galt med det du skrev, og alt står her fortsatt. Vent noen sekunder og trykk en gang til.",
      "Skjemaet kom tilbake så fort eller slik utfylt at vi tok det for eit program. Ingenting er gale med det du skreiv, og alt står her framleis. Vent nokre sekund og trykk éin gong til.",
      "The form came back so fast, or filled in such a way, that we took it for a program. Nothing is wrong with what you wrote, and all of it is still here. Wait a few seconds and press once more.",
    ),
  ),
  "too-busy": of(
    429,
    t("Vi rekker ikke dette akkurat nå", "Vi rekk ikkje dette akkurat no", "We cannot do this right now"),
    t(
      "Ingenting er lagret eller sendt. Vent noen sekunder og prøv igjen.",
      "Ingenting er lagra eller sendt. Vent nokre sekund og prøv igjen.",
      "Nothing was saved or sent. Wait a few seconds and try again.",
    ),
  ),
  "cannot-verify": of(
    503,
    t(
      "Vi får ikke kontrollert kvitteringer akkurat nå",
      "Vi får ikkje kontrollert kvitteringar akkurat no",
      "We cannot verify receipts right now",
    ),
    t(
      "Vi får ikke tak i nøklene vi signerer med. Det sier ingenting om kvitteringen. Prøv igjen om noen minutter.",
      "Vi får ikkje tak i nøklane vi signerer med. Det seier ingenting om kvitteringa. Prøv igjen om nokre minutt.",
      "We cannot reach the keys we sign with. It says nothing about the receipt. Try again in some minutes.",
    ),
  ),
} satisfies Partial<Record<Refusal["reason"], RefusalWords>>;

export const unexpected = of(
  500,
  t("Noe gikk galt hos oss", "Noko gjekk gale hos oss", "Something went wrong on our side"),
  t(
    "Det er ikke din feil. Prøv igjen om litt. Det du har skrevet, står fortsatt her.",
    "Det er ikkje din feil. Prøv igjen om litt. Det du har skrive, står framleis her.",
    "It is not your fault. Try again in a while. What you have written is still here.",
  ),
);
