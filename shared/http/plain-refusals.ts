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

/** Refusals of a request, whatever it asks for, whose words depend on nothing. */
export const ofRequests = {
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
