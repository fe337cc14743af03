import { describe, expect, test } from "vitest";
import { chooseApplications, chooseRegistrations } from "#shared/domain/choosing.ts";
import { ApplicationQuery, RegistrationQuery } from "#shared/domain/listing.ts";
import { PersonId } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { anApplication, aRegistration } from "../support/builders.ts";

const sent = (cluster: string, at: string) =>
  anApplication({ cluster, state: "submitted", submittedAt: instant(at), submissions: 1 });
const applications = [
  sent("Ålesund maritim", "2024-06-01T10:00:00Z"),
  sent("Zink og glass", "2024-06-03T10:00:00Z"),
  sent("Østfold gjenbruk", "2024-06-02T10:00:00Z"),
  anApplication({ cluster: "Ærfugl", level: "impact" }),
];
const chosen = (query: object) =>
  chooseApplications(applications, ApplicationQuery.parse(query), { timeZone: "Europe/Oslo" }).map(
    ({ cluster }) => cluster,
  );

describe("the list of applications", () => {
  test("has the last one sent first, and drafts at the end", () => {
    expect(chosen({})).toEqual(["Zink og glass", "Østfold gjenbruk", "Ålesund maritim", "Ærfugl"]);
  });
  test("is sorted as Norwegians sort, either way", () => {
    const order = ["Zink og glass", "Ærfugl", "Østfold gjenbruk", "Ålesund maritim"];
    expect(chosen({ sort: "cluster" })).toEqual(order);
    expect(chosen({ sort: "-cluster" })).toEqual(order.toReversed());
  });
  test.for([
    [{ text: "ØSTFOLD" }, ["Østfold gjenbruk"]],
    [{ level: "impact" }, ["Ærfugl"]],
    [{ state: "submitted", text: "z" }, ["Zink og glass"]],
    [{ text: "finnes ikke" }, []],
  ] as const)("%o leaves %o", ([query, clusters]) => expect(chosen(query)).toEqual(clusters));

  test("takes what it does not understand in an old link as no filter", () => {
    expect(ApplicationQuery.parse({ level: "", state: "gone", sort: "x", from: "soon", text: " " })).toEqual({
      text: "",
    });
    expect(chosen({ level: "gone", sort: "gone" })).toHaveLength(applications.length);
  });
});

test("the list of applications is chosen by whose case it is, also by name", () => {
  const by = (id: string) => ({ officer: { id: PersonId.parse(id), name: id } });
  const all = [anApplication({ cluster: "a", ...by("ola") }), anApplication({ cluster: "b", ...by("siri") })];
  const asking = { person: { id: PersonId.parse("siri") }, timeZone: "Europe/Oslo" };
  const found = (officer: string, who: Parameters<typeof chooseApplications>[2] = asking) =>
    chooseApplications([...all, anApplication({ cluster: "c" })], ApplicationQuery.parse({ officer }), who)
      .map(({ cluster }) => cluster)
      .toSorted();
  expect(["ola", "mine", "none", "nobody"].map((officer) => found(officer))).toEqual([
    ["a"],
    ["b"],
    ["c"],
    [],
  ]);
  expect(found("mine", { timeZone: "Europe/Oslo" })).toEqual([]);
  expect(found("")).toEqual(["a", "b", "c"]);
});

test("the list of registrations is searched by name, address and organisation, and chosen by state", () => {
  const registrations = [
    aRegistration({ name: "Kari Prøve", organisation: "Døme AS" }),
    aRegistration({ name: "Ola Test", state: "cancelled" }),
  ];
  const names = (query: object) =>
    chooseRegistrations(registrations, RegistrationQuery.parse(query)).map(({ name }) => name);
  expect(names({ text: "prøve" })).toEqual(["Kari Prøve"]);
  expect(names({ text: "døme" })).toEqual(["Kari Prøve"]);
  expect(names({ state: "cancelled" })).toEqual(["Ola Test"]);
  expect(names({ text: registrations[1]?.email })).toEqual(["Ola Test"]);
});
