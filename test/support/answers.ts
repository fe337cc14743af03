import type { Level } from "#shared/domain/call.ts";

const amounts = (y1: string, y2: string, y3: string) => ({ y1, y2, y3 });

const common = {
  applicant: {
    organisation: "Eksempelklyngen SA",
    organisationNumber: "986 399 445",
    contact: "Prøve Prøvesen",
    email: "post@eksempelklyngen.example",
    phone: "22 00 25 00",
  },
  cluster: {
    name: "Eksempelklyngen",
    area: "Vestland og Møre og Romsdal",
    startedIn: "2018",
    summary: "Bedrifter som lager\nting sammen, æøå.",
    earlier: "no",
    earlierResults: "",
  },
  members: {
    list: [
      {
        id: "m1",
        name: "Bedrift Én AS",
        organisationNumber: "974760673",
        category: "business",
        role: "Leder",
      },
      { id: "m2", name: "Høgskulen Døme", organisationNumber: "", category: "knowledge", role: "" },
    ],
  },
  goals: {
    ambitions: "Mer fornybart på sjøen.",
    effects: ["innovation", "transition"],
    results: [
      {
        id: "r1",
        indicator: "Nye samarbeid",
        baseline: "2",
        target: "12,5",
        unit: "antall",
        due: "31.12.2026",
      },
    ],
  },
  budget: {
    start: "1.9.2024",
    costs: {
      facilitation: amounts("1 000 000", "1 000 000", "1 000 000"),
      marketing: amounts("200000", "200000", "200000"),
      training: amounts("", "300 000", ""),
    },
    financing: {
      applied: amounts("600 000", "600 000", "600 000"),
      own: amounts("600 000", "900 000", "600 000"),
      other: amounts("0", "0", "0"),
    },
    comments: "",
  },
  declarations: { confirmed: ["correct", "authority", "access"] },
};

const forLevel = {
  connect: { connect: { linking: "Møteplasser.", businessModel: "Kontingent." } },
  explore: { explore: { addedValue: "Felles innkjøp.", services: "Rådgivning." } },
  impact: { impact: { results: "Vekst i eksport.", expectations: "Flere EU-prosjekter." } },
} as const;

/** A complete, made-up draft that can be sent. */
export const completeDraft = (level: Level): Record<string, Record<string, unknown>> =>
  structuredClone({ ...common, ...forLevel[level] });
