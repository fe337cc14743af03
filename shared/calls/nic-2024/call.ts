import { type Call, CallId } from "#shared/domain/call.ts";
import { same, t } from "#shared/domain/text.ts";
import { wallClock } from "#shared/domain/time.ts";
import { passages } from "./passages.ts";

const timeZone = "Europe/Oslo";
const deadline = { kind: "moment", localTime: "2024-06-21T16:00:00", timeZone } as const;

export const call: Call = {
  id: CallId.parse("nic-2024"),
  referencePrefix: "NIC24",
  title: t("Opptak av nye klynger 2024", "Opptak av nye klynger 2024", "Admission of new clusters 2024"),
  programme: same("Norwegian Innovation Clusters (NIC)"),
  summary: t(
    "Klyngeprogrammet støtter klynger som vil samarbeide om nyskaping, grønn omstilling og langsiktig vekst. Dere kan søke på ett av tre programnivåer, hvert over tre år.",
    "Klyngeprogrammet støttar klynger som vil samarbeide om nyskaping, grøn omstilling og langsiktig vekst. De kan søkje på eitt av tre programnivå, kvart over tre år.",
    "The cluster programme supports clusters that work together on innovation, green transition and lasting growth. You can apply to one of three levels, each running for three years.",
  ),
  organisers: t(
    "Innovasjon Norge, sammen med Siva og Forskningsrådet",
    "Innovasjon Noreg, saman med Siva og Forskingsrådet",
    "Innovation Norway, with Siva and the Research Council of Norway",
  ),
  opensAt: wallClock("2024-04-01T08:00:00", timeZone),
  timeZone,
  levels: {
    connect: {
      name: same("NIC Connect"),
      about: t(
        "For nettverk og miljøer i en tidlig fase. Dere kobler aktørene sammen, prøver ut en forretningsmodell for klyngen og bygger medlemmenes evne til å fornye seg.",
        "For nettverk og miljø i ein tidleg fase. De koplar aktørane saman, prøver ut ein forretningsmodell for klynga og byggjer evna medlemmene har til å fornye seg.",
        "For networks at an early stage. You bring the actors together, try out a business model for the cluster and build the members' capacity to innovate.",
      ),
      deadline,
    },
    explore: {
      name: same("NIC Explore"),
      about: t(
        "For klynger som bygger videre på tidligere arbeid. Dere skaper verdi ut over selve møteplassen, og har ansvar for å utvikle og levere tjenester til medlemmene.",
        "For klynger som byggjer vidare på tidlegare arbeid. De skaper verdi ut over sjølve møteplassen, og har ansvar for å utvikle og levere tenester til medlemmene.",
        "For clusters that build on earlier work. You create value beyond being a meeting place, and are responsible for developing and delivering services to the members.",
      ),
      deadline,
    },
    impact: {
      name: same("NIC Impact"),
      about: t(
        "For modne klynger som kan vise gode resultater for medlemmene over tid. Forventningene er høye.",
        "For mogne klynger som kan vise gode resultat for medlemmene over tid. Forventningane er høge.",
        "For mature clusters that can show good results for their members over time. Expectations are high.",
      ),
      deadline,
    },
  },
  webinar: {
    id: "nic-2024-webinar",
    title: t(
      "Søkewebinar om opptak av nye klynger",
      "Søkjarwebinar om opptak av nye klynger",
      "Applicant webinar on the admission of new clusters",
    ),
    startsAt: wallClock("2024-04-30T12:00:00", timeZone),
    endsAt: wallClock("2024-04-30T13:00:00", timeZone),
    timeZone,
    signUpDeadline: { kind: "wholeDay", date: "2024-04-29", timeZone },
    where: t(
      "På nett. Lenken kommer på e-post før webinaret.",
      "På nett. Lenkja kjem på e-post før webinaret.",
      "Online. The link is sent by e-mail before the webinar.",
    ),
  },
  // Example data: nobody reads these addresses, and `.example` belongs to nobody (RFC 2606).
  contacts: [
    {
      what: t(
        "Spørsmål om programmet og søknaden (eksempeladresse)",
        "Spørsmål om programmet og søknaden (døme på adresse)",
        "Questions about the programme and the application (example address)",
      ),
      email: "nic@opptak.example",
    },
    {
      what: t(
        "Hjelp med innlogging og skjema (eksempeladresse)",
        "Hjelp med innlogging og skjema (døme på adresse)",
        "Help with signing in and the form (example address)",
      ),
      email: "hjelp@opptak.example",
    },
  ],
  closingReportTo: "nic@opptak.example",
  passages,
};
