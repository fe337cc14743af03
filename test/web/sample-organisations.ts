import { Organisation, type RegisterAnswer } from "#shared/domain/organisation.ts";
import { sectionProps } from "./sample-props.ts";

const found = {
  state: "found",
  name: "OPPDIKTET HAVBRUK AS",
  form: "Aksjeselskap",
  address: "Kaia 3, 8006 BODØ",
  bankrupt: false,
  windingUp: false,
} as const;

const answers: Readonly<Record<string, RegisterAnswer>> = {
  "800000017": found,
  "800000033": { ...found, name: "OPPDIKTET KONKURS AS", bankrupt: true },
  "800000041": { ...found, name: "OPPDIKTET AVVIKLING AS", windingUp: true },
  "800000068": { state: "deleted", name: "OPPDIKTET SLETTET LAG", since: "2023-03-03" },
  "800000076": { state: "removed" },
  "800000084": { state: "never-existed" },
  "800000092": { state: "unreachable" },
};

const organisations = Object.entries(answers).map(([number, answer]) =>
  Organisation.parse({ number, answer, checkedAt: "2024-04-15T07:12:00.000Z" }),
);

/** The made-up organisation that is bankrupt. */
export const organisationIn = (trouble: "bankrupt"): Organisation => {
  const one = organisations.find(({ answer }) => answer.state === "found" && answer[trouble]);
  if (!one) throw new Error(`no organisation is ${trouble}`);
  return one;
};

/** A list of members of whom the register has said everything it can say. */
export const withOrganisations = sectionProps("members", {
  answers: {
    list: organisations.map(({ number }, i) => ({ id: `row-${i}`, organisationNumber: number })),
  },
  organisations: new Map(organisations.map((one) => [one.number, one])),
});
