/** Somebody to sign in as. All are made up; nobody has an address under .example. */
export interface LocalPerson {
  /** The issuer's name for the person, which records keep. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly groups: readonly string[];
  readonly about: string;
}

export const people: readonly LocalPerson[] = [
  {
    id: "11111111-0000-4000-8000-000000000001",
    name: "Prøve Prøvesen",
    email: "prove@fjordklyngen.example",
    groups: [],
    about: "applicant, Fjordklyngen",
  },
  {
    id: "11111111-0000-4000-8000-000000000002",
    name: "Eksempel Eksempelsen",
    email: "eksempel@skogklyngen.example",
    groups: [],
    about: "applicant, Skogklyngen",
  },
  {
    id: "11111111-0000-4000-8000-000000000003",
    name: "Døme Dømestad",
    email: "dome@havklynga.example",
    groups: [],
    about: "applicant, Havklynga",
  },
  {
    id: "22222222-0000-4000-8000-000000000001",
    name: "Test Testesen",
    email: "test@stab.example",
    groups: ["manager"],
    about: "staff: manager",
  },
  {
    id: "22222222-0000-4000-8000-000000000002",
    name: "Mal Maldal",
    email: "mal@stab.example",
    groups: ["manager"],
    about: "staff: another manager",
  },
  {
    id: "22222222-0000-4000-8000-000000000003",
    name: "Sak Saksesen",
    email: "sak@stab.example",
    groups: ["officer"],
    about: "staff: case officer",
  },
  {
    id: "22222222-0000-4000-8000-000000000004",
    name: "Lese Lesestad",
    email: "lese@stab.example",
    groups: ["reader"],
    about: "staff: reader",
  },
  {
    id: "33333333-0000-4000-8000-000000000001",
    name: "Utan Rettar",
    email: "utan.rettar@annan.example",
    groups: ["visitors"],
    about: "without rights: in a group that nothing is open to",
  },
];
