import { describe, expect, test } from "vitest";
import { concernOf, isFresh, type Organisation, OrganisationNumber } from "#shared/domain/organisation.ts";
import { instant } from "#shared/domain/time.ts";
import {
  keepOrganisation,
  organisationsDue,
  readOrganisation,
  readOrganisations,
} from "#shared/records/organisations.ts";
import { freshTable } from "../support/dynamodb.ts";

const number = OrganisationNumber.parse("800000017");
const at = instant("2024-04-15T07:00:00Z");
const found = {
  state: "found",
  name: "OPPDIKTET AS",
  form: "Aksjeselskap",
  address: "Kaia 3",
  bankrupt: false,
  windingUp: false,
} as const;
const said = (answer: Organisation["answer"], checkedAt = at): Organisation => ({
  number,
  answer,
  checkedAt,
});

describe("what the register said", () => {
  test("is kept, and is fresh for a day", async () => {
    const table = await freshTable();
    await keepOrganisation(table, said(found));
    const kept = await readOrganisation(table, number);
    expect(kept).toEqual(said(found));
    expect(isFresh(said(found), at.add({ milliseconds: 86_399_999 }))).toBe(true);
    expect(isFresh(said(found), at.add({ hours: 24 }))).toBe(false);
    expect((await readOrganisations(table, [number, number])).get(number)).toEqual(kept);
    expect(await organisationsDue(table, at.add({ hours: 23 }), 10)).toEqual([]);
    expect(await organisationsDue(table, at.add({ hours: 24 }), 10)).toEqual([kept]);
  });

  test("gives way to a removal, of which nothing is left but the number", async () => {
    const table = await freshTable();
    await keepOrganisation(table, said(found));
    await keepOrganisation(table, said({ state: "removed" }));
    expect(JSON.stringify(await readOrganisation(table, number))).not.toContain("OPPDIKTET");
  });

  test("stays when the register does not answer", async () => {
    const table = await freshTable();
    await keepOrganisation(table, said(found));
    await keepOrganisation(table, said({ state: "unreachable" }, at.add({ hours: 48 })));
    expect(await readOrganisation(table, number)).toEqual(said(found));
  });
});

describe("that nobody answered", () => {
  test("is never fresh, and is due to be asked again within the hour, until there is an answer", async () => {
    const table = await freshTable();
    const none = said({ state: "unreachable" });
    await keepOrganisation(table, none);
    expect(isFresh(none, at)).toBe(false);
    expect(await organisationsDue(table, at.add({ minutes: 54 }), 10)).toEqual([]);
    expect(await organisationsDue(table, at.add({ minutes: 60 }), 10)).toEqual([none]);
    const later = said({ state: "unreachable" }, at.add({ minutes: 60 }));
    await keepOrganisation(table, later);
    expect(await organisationsDue(table, at.add({ minutes: 60 }), 10)).toEqual([]);
    expect(await organisationsDue(table, at.add({ hours: 2 }), 10)).toEqual([later]);
    await keepOrganisation(table, said(found));
    expect(await organisationsDue(table, at.add({ hours: 9 }), 10)).toEqual([]);
  });
});

test.for([
  [undefined, "unchecked"],
  [said({ state: "unreachable" }), "unchecked"],
  [said({ state: "removed" }), "removed"],
  [said({ state: "never-existed" }), "never-existed"],
  [said({ state: "deleted", name: "X", since: "2023-03-03" }), "deleted"],
  [said({ ...found, bankrupt: true, windingUp: true }), "bankrupt"],
  [said({ ...found, windingUp: true }), "winding-up"],
  [said(found), undefined],
] as const)("the concern about %o is %s", ([organisation, concern]) => {
  expect(concernOf(organisation)).toBe(concern);
});
