import type { Level } from "#shared/domain/call.ts";
import { aFile } from "./files.ts";

const years = (y1: string, y2: string, y3: string) => ({ y1, y2, y3 });
const costs = (personnel: string, administration: string, purchases: string) => ({
  personnel,
  administration,
  purchases,
});
const noCosts = costs("", "", "");

const applicant = {
  organisationNumber: "986 399 445",
  organisation: "Eksempelklyngen SA",
  organisationForm: "Samvirkeforetak",
  address: "Prøvegata 1, 5003 Bergen",
  operator: ["operates"],
  contact: "Prøve Prøvesen",
  contactRole: "Daglig leder",
  email: "post@eksempelklyngen.example",
  phone: "22 00 25 00",
  language: "nb",
  levelReason: "Vi har samarbeidet i seks år.",
  earlier: "no",
  periods: [],
};

const cluster = {
  name: "Eksempelklyngen",
  title: "Sammen om havrommet",
  summary: "Bedrifter som lager\nting sammen, æøå.",
  startedIn: "2018",
  areas: ["c15", "c46"],
  municipalities: "Bergen og Ålesund",
  industries: ["a", "c"],
  valueChains: "Fra merd til tallerken",
};

const cohesion = {
  concentration: "Langs kysten.",
  relations: "Felles kunder.",
  collaboration: "Felles innkjøp.",
  knowledge: "Felles kurs.",
  competition: "De samme fagfolkene.",
  lead: "Bedriftene leder styret.",
  awareness: "De møtes hver måned.",
  conditions: "Kaldt, rent vann.",
};

const members = {
  list: [
    {
      id: "row-m1",
      organisationNumber: "974760673",
      name: "Bedrift Én AS",
      country: "",
      category: "business",
      relation: "member",
      role: "Leder",
      letter: "yes",
    },
    {
      id: "row-m2",
      organisationNumber: "",
      name: "Högskolan Exempel",
      country: "Sverige",
      category: "knowledge",
      relation: "partner",
      role: "",
      letter: "",
    },
  ],
  missingGroups: "Vi snakker med et fond og med fylkeskommunen.",
  resourceBase: "Folk, båter og tid.",
};

const ambitions = {
  shared: "Mer fornybart på sjøen.",
  workAreas: [
    { id: "row-w1", name: "Elektrisk drift", description: "Batterier i båter.", rootedIn: ["transition"] },
  ],
  valuePotential: "Ti prosent vekst.",
  innovationSystem: "Regionale og nasjonale.",
  connector: "Møteplasser og felles anbud.",
  external: "Med klynger i Sverige.",
};

const milestone = (id: string, title: string, due: string) => ({ id, title, due, responsible: "Styret" });

const strategy = {
  summary: "Tre satsinger.",
  anchoring: "Alle har vært med.",
  decisions: [{ id: "row-d1", body: "Årsmøtet", day: "15.3.2024", takingPart: "14" }],
  plan: "Først folk, så båter.",
  milestones: [
    milestone("row-s1", "Leder ansatt", "1.10.2024"),
    milestone("row-s2", "Første båt", "1.6.2025"),
    milestone("row-s3", "Evaluering", "31.8.2027"),
  ],
  risks: [{ id: "row-k1", risk: "For få folk", likelihood: "s2", impact: "s4", measure: "Lærlinger" }],
};

const goals = {
  effects: [
    { id: "row-e1", goal: "innovation", contribution: "Nye produkter.", measure: "Telles.", horizon: "2034" },
    { id: "row-e2", goal: "transition", contribution: "Kutt.", measure: "Måles.", horizon: "2030" },
  ],
  results: [
    {
      id: "row-r1",
      title: "Nye samarbeid",
      effect: "row-e1",
      indicator: "Samarbeidsprosjekter satt i gang",
      unit: "number",
      baseline: "2",
      baselineDay: "1.1.2024",
      target: "12,5",
      due: "31.12.2026",
      afterYear1: "4",
      afterYear2: "",
      source: "Egen telling",
      responsible: "Klyngelederen",
    },
  ],
  logic: "Samarbeid gir nye produkter.",
};

const activities = {
  list: [
    {
      id: "row-a1",
      title: "Møteplass hver måned",
      description: "Frokost og faglig innhold.",
      goals: ["row-r1"],
      start: "1.9.2024",
      end: "31.8.2027",
      responsible: "Klyngelederen",
      participants: "40",
      cost: "250 000",
    },
  ],
  participation: "Alle har en oppgave.",
};

const person = (id: string, name: string, category: string, role: string) => ({
  id,
  name,
  organisation: "Bedrift Én AS",
  category,
  role,
});

const organisation = {
  model: "Et samvirkeforetak.",
  board: [
    person("row-b1", "Prøve Prøvesen", "business", "chair"),
    person("row-b2", "Eksempel Eksempelsen", "business", "member"),
    person("row-b3", "Døme Dømesen", "knowledge", "member"),
  ],
  management: [
    {
      id: "row-l1",
      name: "Prøve Prøvesen",
      role: "Klyngeleder",
      share: "80",
      competence: "Ti år i bransjen.",
    },
  ],
  decisions: "",
};

const budget = {
  start: "1.9.2024",
  costs1: {
    facilitation: costs("800 000", "200 000", ""),
    marketing: costs("", "", "200000"),
    training: noCosts,
    other: noCosts,
  },
  costs2: {
    facilitation: costs("800 000", "200 000", ""),
    marketing: costs("", "", "200000"),
    training: costs("", "", "300 000"),
    other: costs("", "", "100 000"),
  },
  costs3: {
    facilitation: costs("800 000", "200 000", ""),
    marketing: costs("", "", "200000"),
    training: noCosts,
    other: noCosts,
  },
  funding: {
    applied: years("500 000", "600 000", "500 000"),
    fees: years("600 000", "900 000", "600 000"),
    own: years("0", "0", "0"),
    inKind: years("", "", ""),
    private: years("", "", ""),
  },
  inKindBasis: "",
  publicSupport: [
    {
      id: "row-p1",
      source: "Eksempel fylkeskommune",
      state: "granted",
      y1: "100 000",
      y2: "100 000",
      y3: "100 000",
      basis: "",
    },
  ],
  comments: "",
};

const declarations = {
  otherAid: "no",
  otherAidWhat: "",
  inDifficulty: "no",
  recovery: "no",
  started: "yes",
  startedWhy: "Forprosjektet.",
  openAccess: ["open"],
  secrets: "",
  confirmed: ["correct", "authority", "privacy"],
};

const services = {
  addedValue: "Felles innkjøp.",
  list: [
    {
      id: "row-t1",
      name: "Rådgivning",
      description: "En time i uka.",
      targetGroup: "Små bedrifter",
      state: "exists",
      availableFrom: "1.1.2023",
      financing: "Kontingent",
    },
  ],
};

const attached = (n: number, name: string) =>
  aFile({ id: `6a1b2c3d-4e5f-4a6b-8c7d-00000000000${n}`, name, version: `v${n}` });

const attachments = {
  strategy: [attached(1, "Strategi.pdf")],
  plan: [],
  letters: [attached(2, "Intensjonserklæring Bedrift Én.pdf"), attached(3, "Högskolan Exempel.pdf")],
  anchoring: [attached(4, "Protokoll fra årsmøtet.pdf")],
  organisation: [],
  budget: [],
};

const results = [attached(5, "Eksport 2018–2023.pdf")];

const forLevel = {
  connect: {
    connect: {
      linking: "Møteplasser.",
      businessModel: "Kontingent.",
      capacity: "Kurs og prøvedrift.",
      supportNeeds: "",
      dailyWork: "Månedlig gjennomgang.",
      strategyPotential: "Flere fag.",
    },
  },
  explore: {
    attachments: { ...attachments, results: [] },
    explore: { previousWork: "Seks år som nettverk.", capacity: "To ansatte." },
    services,
  },
  impact: {
    attachments: { ...attachments, results },
    impact: {
      from: "1.1.2018",
      to: "31.12.2023",
      summary: "Vekst i eksport.",
      results: [
        {
          id: "row-u1",
          title: "Eksport",
          description: "Doblet på fem år.",
          indicator: "Eksport",
          unit: "millioner kroner",
          before: "100",
          after: "205,5",
          from: "2018",
          to: "2023",
          page: "https://eksempelklyngen.example/resultater",
          files: [],
        },
      ],
      expectations: "Flere EU-prosjekter.",
    },
    services,
  },
} as const;

const common = {
  applicant,
  cluster,
  cohesion,
  members,
  ambitions,
  strategy,
  goals,
  activities,
  organisation,
  budget,
  attachments,
  declarations,
};

/** A complete, made-up draft that can be sent. */
export const completeDraft = (level: Level): Record<string, Record<string, unknown>> =>
  structuredClone({ ...common, ...forLevel[level] });
