import type { Words } from "./words.ts";

interface Passage {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export interface Passages {
  readonly title: string;
  readonly lead: string;
  readonly passages: readonly Passage[];
}

const passage = (heading: string, ...paragraphs: readonly string[]): Passage => ({ heading, paragraphs });

export const privacyWords: Words<Passages> = {
  nb: {
    title: "Personvern",
    lead: "Her står det hvilke opplysninger om deg som lagres når du bruker Opptak, og hva de brukes til.",
    passages: [
      passage(
        "Når du søker",
        "Vi lagrer navnet og e-postadressen din fra innloggingen, det du skriver i søknaden, og når den ble startet, sendt og eventuelt trukket. Det trengs for å ta imot og behandle søknaden.",
        "Utkast kan bare leses av den som eier søknaden, og av kolleger som er invitert og har svart ja. Saksbehandlere ser at et utkast finnes, men ikke hva som står i det. En sendt søknad kan leses av saksbehandlerne, og hver visning blir notert.",
        "Inviterer noen deg til en søknad, lagrer vi e-postadressen din for å sende invitasjonen. Svarer du ja, ser de andre i søknaden navnet ditt og når du sist lagret. Du kan gå ut av søknaden når du vil.",
        "Vedlegg kontrolleres for skadevare så snart de er lastet opp. Det dere fjerner fra et utkast, slettes; det dere har sendt, blir liggende uendret. Når en saksbehandler laster ned et vedlegg, blir det notert.",
        "En kvittering kan kontrolleres av alle dere viser den til. Det som limes inn på siden for det, blir verken lagret eller loggført.",
      ),
      passage(
        "Når du melder deg på et webinar",
        "Vi lagrer det du fyller ut: navn, e-postadresse, virksomhet, organisasjonsnummer, rolle, hvilket programnivå som er aktuelt, spørsmål og språk. Vi bruker det til å sende deg bekreftelse og invitasjon og til å holde webinaret. De som holder webinaret, ser det. Alt slettes 90 dager etter webinaret.",
        "Behov for tilrettelegging lagres for seg og er ikke med i lister eller e-post. De slettes sju dager etter webinaret, eller med en gang du melder deg av.",
        "Du kan se, endre og avbestille påmeldingen med lenken i e-posten. Den virker bare for den som har den, så ikke send den videre.",
        "For å hindre misbruk teller vi i inntil en time hvor mange ganger et skjema er sendt fra ett nettverk og med én adresse. Verken adressen eller nettverket lagres, bare et fingeravtrykk av dem.",
      ),
      passage(
        "Informasjonskapsler og det som ligger på enheten din",
        "Når du logger inn, får nettleseren en informasjonskapsel som holder deg innlogget. Den forsvinner når du logger ut, og senest etter tolv timer. Vi bruker ingen måling og ingen sporing.",
        "Tekst som ikke er lagret ennå, oppbevares i nettleseren på din egen enhet til vi har den, og i høyst ett døgn.",
      ),
      passage(
        "Rettighetene dine",
        "Du kan be om å få se, rette eller slette opplysninger om deg. Kontakt dem som står bak utlysningen; adressen står på siden om utlysningen. Er du uenig i måten vi behandler opplysningene på, kan du klage til Datatilsynet.",
      ),
    ],
  },
  nn: {
    title: "Personvern",
    lead: "Her står det kva opplysningar om deg som blir lagra når du bruker Opptak, og kva dei blir brukte til.",
    passages: [
      passage(
        "Når du søkjer",
        "Vi lagrar namnet og e-postadressa di frå innlogginga, det du skriv i søknaden, og når han vart starta, send og eventuelt trekt. Det trengst for å ta imot og behandle søknaden.",
        "Utkast kan berre lesast av den som eig søknaden, og av kollegaer som er inviterte og har svart ja. Saksbehandlarar ser at eit utkast finst, men ikkje kva som står i det. Ein send søknad kan lesast av saksbehandlarane, og kvar vising blir notert.",
        "Inviterer nokon deg til ein søknad, lagrar vi e-postadressa di for å sende invitasjonen. Svarer du ja, ser dei andre i søknaden namnet ditt og når du sist lagra. Du kan gå ut av søknaden når du vil.",
        "Vedlegg blir kontrollerte for skadevare så snart dei er lasta opp. Det de fjernar frå eit utkast, blir sletta; det de har sendt, blir liggjande uendra. Når ein saksbehandlar lastar ned eit vedlegg, blir det notert.",
        "Ei kvittering kan kontrollerast av alle de viser ho til. Det som blir limt inn på sida for det, blir korkje lagra eller loggført.",
      ),
      passage(
        "Når du melder deg på eit webinar",
        "Vi lagrar det du fyller ut: namn, e-postadresse, verksemd, organisasjonsnummer, rolle, kva programnivå som er aktuelt, spørsmål og språk. Vi bruker det til å sende deg stadfesting og invitasjon og til å halde webinaret. Dei som held webinaret, ser det. Alt blir sletta 90 dagar etter webinaret.",
        "Behov for tilrettelegging blir lagra for seg og er ikkje med i lister eller e-post. Dei blir sletta sju dagar etter webinaret, eller med ein gong du melder deg av.",
        "Du kan sjå, endre og avbestille påmeldinga med lenkja i e-posten. Ho verkar berre for den som har ho, så ikkje send ho vidare.",
        "For å hindre misbruk tel vi i inntil ein time kor mange gonger eit skjema er sendt frå eitt nettverk og med éi adresse. Korkje adressa eller nettverket blir lagra, berre eit fingeravtrykk av dei.",
      ),
      passage(
        "Informasjonskapslar og det som ligg på eininga di",
        "Når du loggar inn, får nettlesaren ein informasjonskapsel som held deg innlogga. Han forsvinn når du loggar ut, og seinast etter tolv timar. Vi bruker inga måling og inga sporing.",
        "Tekst som ikkje er lagra enno, blir oppbevart i nettlesaren på di eiga eining til vi har han, og i høgst eitt døgn.",
      ),
      passage(
        "Rettane dine",
        "Du kan be om å få sjå, rette eller slette opplysningar om deg. Kontakt dei som står bak utlysinga; adressa står på sida om utlysinga. Er du ueinig i måten vi behandlar opplysningane på, kan du klage til Datatilsynet.",
      ),
    ],
  },
  en: {
    title: "Privacy",
    lead: "This page says what is stored about you when you use Opptak, and what it is used for.",
    passages: [
      passage(
        "When you apply",
        "We store your name and e-mail address from the sign-in, what you write in the application, and when it was started, sent and perhaps withdrawn. This is needed to receive and handle the application.",
        "A draft can be read only by its owner and by colleagues who were invited and accepted. Case officers see that a draft exists, but not what it says. An application that is sent can be read by the case officers, and each viewing is noted.",
        "If somebody invites you to an application, we store your e-mail address to send the invitation. If you accept, the others in the application see your name and when you last saved. You can leave the application whenever you like.",
        "Attachments are checked for malware as soon as they are uploaded. What you remove from a draft is deleted; what you have sent stays unchanged. When a case officer downloads an attachment, that is noted.",
        "A receipt can be verified by anybody you show it to. What is pasted on the page for that is neither stored nor logged.",
      ),
      passage(
        "When you sign up for a webinar",
        "We store what you fill in: name, e-mail address, organisation, organisation number, role, the level that interests you, questions and language. We use it to send you a confirmation and an invitation and to hold the webinar. Those who hold the webinar see it. All of it is deleted 90 days after the webinar.",
        "Accessibility needs are stored apart and are in no list or e-mail. They are deleted seven days after the webinar, or at once when you cancel.",
        "You can see, change and cancel the registration with the link in the e-mail. It works for whoever has it, so do not pass it on.",
        "To prevent abuse we count for up to an hour how often a form is sent from one network and with one address. Neither the address nor the network is stored, only a fingerprint of them.",
      ),
      passage(
        "Cookies and what lies on your device",
        "When you sign in, the browser gets a cookie that keeps you signed in. It disappears when you sign out, and after twelve hours at the latest. We use no analytics and no tracking.",
        "Text that is not saved yet is kept in the browser on your own device until we have it, and for one day at most.",
      ),
      passage(
        "Your rights",
        "You may ask to see, correct or delete what is stored about you. Contact those behind the call; the address is on the page about the call. If you disagree with how we handle it, you can complain to the Norwegian Data Protection Authority.",
      ),
    ],
  },
};

export const accessibilityWords: Words<Passages> = {
  nb: {
    title: "Tilgjengelighet",
    lead: "Alle skal kunne søke. Her står det hva vi har gjort for det, hvordan det er prøvd, og hva som ikke er prøvd.",
    passages: [
      passage(
        "Hva vi sikter mot",
        "WCAG 2.2 på nivå A og AA. Lovkravet i Norge er WCAG 2.1 på de samme nivåene.",
        "Alle sider kan brukes uten JavaScript, bare med tastatur, forstørret til 400 prosent og på en smal skjerm, i lyse eller mørke farger etter det du har valgt på enheten.",
      ),
      passage(
        "Hvordan det er prøvd",
        "Hver side og hver tilstand, som feilmeldinger og stengt frist, prøves av en maskin i en nettleser hver gang tjenesten endres, i bred og smal utgave. En slik prøve finner bare en del av feilene.",
      ),
      passage(
        "Hva som ikke er prøvd",
        "Tjenesten er ennå ikke gått gjennom av mennesker som bruker skjermleser til daglig. Dette er derfor ikke en tilgjengelighetserklæring; den gis av virksomheten som tar tjenesten i bruk.",
      ),
      passage(
        "Si fra",
        "Finner du noe som stenger deg ute, vil vi gjerne vite det. Skriv til adressen på siden om utlysningen. Du kan også be om å få levere søknaden på en annen måte.",
      ),
    ],
  },
  nn: {
    title: "Tilgjenge",
    lead: "Alle skal kunne søkje. Her står det kva vi har gjort for det, korleis det er prøvd, og kva som ikkje er prøvd.",
    passages: [
      passage(
        "Kva vi siktar mot",
        "WCAG 2.2 på nivå A og AA. Lovkravet i Noreg er WCAG 2.1 på dei same nivåa.",
        "Alle sider kan brukast utan JavaScript, berre med tastatur, forstørra til 400 prosent og på ein smal skjerm, i lyse eller mørke fargar etter det du har valt på eininga.",
      ),
      passage(
        "Korleis det er prøvd",
        "Kvar side og kvar tilstand, som feilmeldingar og stengd frist, blir prøvd av ei maskin i ein nettlesar kvar gong tenesta blir endra, i brei og smal utgåve. Ei slik prøve finn berre ein del av feila.",
      ),
      passage(
        "Kva som ikkje er prøvd",
        "Tenesta er enno ikkje gått gjennom av menneske som bruker skjermlesar til dagleg. Dette er difor ikkje ei tilgjengefråsegn; den blir gitt av verksemda som tek tenesta i bruk.",
      ),
      passage(
        "Sei frå",
        "Finn du noko som stengjer deg ute, vil vi gjerne vite det. Skriv til adressa på sida om utlysinga. Du kan òg be om å få levere søknaden på ein annan måte.",
      ),
    ],
  },
  en: {
    title: "Accessibility",
    lead: "Everybody should be able to apply. This page says what we have done for that, how it is tested, and what is not tested.",
    passages: [
      passage(
        "What we aim for",
        "WCAG 2.2 at levels A and AA. Norwegian law asks for WCAG 2.1 at the same levels.",
        "Every page can be used without JavaScript, with the keyboard alone, enlarged to 400 per cent and on a narrow screen, in light or dark colours as you have chosen on your device.",
      ),
      passage(
        "How it is tested",
        "Each page and each state, such as error messages and a passed deadline, is tested by a machine in a browser every time the service changes, in a wide and a narrow window. Such a test finds only some of the faults.",
      ),
      passage(
        "What is not tested",
        "The service has not yet been gone through by people who use a screen reader every day. This is therefore not an accessibility statement; that is given by the organisation that takes the service into use.",
      ),
      passage(
        "Tell us",
        "If you find something that shuts you out, we want to know. Write to the address on the page about the call. You may also ask to hand in the application in another way.",
      ),
    ],
  },
};
