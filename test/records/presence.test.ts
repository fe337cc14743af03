import { expect, test } from "vitest";
import { PersonId } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { notePresence, presencesIn } from "#shared/records/presence.ts";
import { anApplication } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";

const table = await freshTable();
const at = instant("2024-05-14T09:30:00.000Z");
const kari = { personId: PersonId.parse("kari"), name: "Kari", at };
const ola = { personId: PersonId.parse("ola"), name: "Ola", at: at.add({ seconds: 30 }) };

test("who is in a section is told by section and application, each as last noted", async () => {
  const { id } = anApplication();
  await notePresence(table, id, "budget", kari);
  await notePresence(table, id, "budget", ola);
  await notePresence(table, id, "budgets", { ...ola, name: "Elsewhere" });
  await notePresence(table, anApplication().id, "budget", { ...ola, name: "Elsewhere" });
  const later = { ...kari, at: at.add({ minutes: 1 }) };
  await notePresence(table, id, "budget", later);
  expect(await presencesIn(table, id, "budget")).toEqual([later, ola]);
});
