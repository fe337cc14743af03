import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { EmailAddress, PersonId } from "#shared/domain/person.ts";
import { historyOf } from "#shared/records/history.ts";
import { messagesOf } from "#shared/records/messages.ts";
import type { Table } from "#shared/records/table.ts";
import { routes as documentRoutes } from "../../functions/documents/routes.ts";
import { routes as draftRoutes } from "../../functions/draft/routes.ts";
import { routes as exportRoutes } from "../../functions/export/routes.ts";
import { routes as submissionRoutes } from "../../functions/submission/routes.ts";
import { command } from "../../operator/command.ts";
import { completeDraft } from "../support/answers.ts";
import { kept } from "../support/begun.ts";
import { localBucket } from "../support/bucket.ts";
import { aPerson } from "../support/builders.ts";
import { join } from "../support/colleagues.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { openTestKeys } from "../support/receipt-keys.ts";
import { nobody } from "../support/register.ts";
import { asking, signedIn } from "./asking.ts";
import { keepDraft, keepSubmitted } from "./records.ts";
import { applicantOf, keepWritten } from "./written.ts";

const { keys } = await openTestKeys("2024-1");
const afterDeadline = "2024-06-21T14:00:00.001Z";
const applicant = completeDraft("connect")["applicant"] ?? {};
const changed = { ...applicant, organisation: "Endret AS" };

let table: Table;
let ask: (request: Request) => Promise<Told>;
let cookies: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  const { bucket } = await localBucket();
  ask = asking(table, (around) => [
    ...draftRoutes({ table, register: nobody }),
    ...submissionRoutes({ ...around, keys }),
    ...documentRoutes(around),
    ...exportRoutes(table, bucket),
  ]);
  cookies = [await signedIn(table)];
});

/** An application that its owner has written and sent. */
const sent = async () => {
  const application = await keepWritten(table);
  const owner = applicantOf(ask, application, cookies);
  expect((await owner.send()).status).toBe(201);
  return { application, owner };
};
const changing = async () => {
  const { application, owner } = await sent();
  expect((await owner.post("/change")).status).toBe(200);
  return { application, owner };
};
const history = async ({ id }: Application) => (await historyOf(table, id)).map(({ what }) => what);
const receipts = async ({ id }: Application) =>
  (await messagesOf(table, id)).filter(({ content }) => content.kind === "receipt");
const stands = /Innsending 1, sendt [^,]+, gjelder\. Endringer teller ikke før de er sendt på nytt\./;

describe("a change of what was sent", () => {
  test("is begun by one press on the receipt, which leads to the task list", async () => {
    const { application, owner } = await sent();
    expect((await owner.page("/receipt")).text).toContain(`/applications/${application.id}/change`);
    const told = await ask({
      method: "POST",
      path: `/nb/applications/${application.id}/change`,
      form: {},
      cookies,
    });
    expect([told.status, told.headers["location"]]).toEqual([303, `/nb/applications/${application.id}`]);
    expect(await kept(table, application)).toMatchObject({ state: "submitted", submissions: 1 });
  });

  test("pressed twice, also at once, is begun once", async () => {
    const { application, owner } = await sent();
    const told = await Promise.all([owner.post("/change"), owner.post("/change")]);
    const again = await owner.post("/change");
    for (const { status, json } of [...told, again]) {
      expect(status).toBe(200);
      expect(json).toEqual(again.json);
    }
    expect((await history(application)).filter((what) => what === "change-begun")).toHaveLength(1);
  });

  test.each(["draft", "withdrawn", "expired"] as const)("is nothing for what is %s", async (state) => {
    const owner = applicantOf(ask, await keepDraft(table, { state }), cookies);
    const told = await owner.post("/change");
    expect([told.status, told.json]).toMatchObject([409, { type: "/problems/not-submitted" }]);
  });

  test("is not begun after the deadline", async () => {
    const owner = applicantOf(ask, await keepSubmitted(table), cookies);
    expect((await owner.post("/change", {}, afterDeadline)).status).toBe(410);
    expect((await owner.page("/receipt", afterDeadline)).text).not.toContain("/change");
  });

  test("does not open the level: that would take away what was sent", async () => {
    const { owner } = await changing();
    expect((await owner.get("/level")).status).toBe(409);
    expect((await owner.post("/level", { level: "impact" })).status).toBe(409);
    expect((await owner.page("")).text).not.toContain("/level");
  });

  test("is written by a colleague too, but begun and sent by the owner alone", async () => {
    const { application, owner } = await sent();
    const line = aPerson({
      id: PersonId.parse("line"),
      name: "Line Testesen",
      email: EmailAddress.parse("line@kollega.example"),
    });
    await join(table, application, line, "edit");
    const colleague = applicantOf(ask, application, [await signedIn(table, line)]);
    expect((await colleague.post("/change")).status).toBe(403);
    expect((await colleague.save("applicant", 1, changed)).status).toBe(409);
    await owner.post("/change");
    expect((await colleague.save("applicant", 1, changed)).status).toBe(200);
    expect((await colleague.page("/receipt")).text).not.toContain("/change");
    expect((await colleague.send()).status).toBe(403);
    expect((await owner.send()).status).toBe(201);
  });
});

describe("while it is being changed", () => {
  test.each(["", "/sections/applicant", "/sections/attachments", "/review", "/receipt"])(
    "the page at …%s says what counts, and nothing of it before",
    async (place) => {
      const { owner } = await sent();
      expect((await owner.page(place)).text).not.toMatch(/Endringer|>Endres</);
      await owner.post("/change");
      expect((await owner.page(place)).text).toMatch(stands);
    },
  );

  test("My page and the draft to keep say so too, and both tags are there", async () => {
    const { application, owner } = await changing();
    const { text } = await ask({ path: "/nb/my-page", cookies });
    expect(text).toMatch(stands);
    expect(text).toMatch(/>Sendt<.*>Endres</s);
    expect((await owner.get("/draft.json")).json).toMatchObject({
      state: "submitted",
      changingSince: expect.any(String),
    });
    expect(
      (await ask({ path: "/nb/my-page", cookies, headers: { accept: "application/json" } })).json,
    ).toMatchObject({
      applications: [
        { id: application.id, changingSince: expect.any(String), submissions: [{ counts: true }] },
      ],
    });
  });

  test("lists, receipt and export have the names and answers that were sent", async () => {
    const { application, owner } = await changing();
    const before = await kept(table, application);
    expect((await owner.save("applicant", 1, changed)).status).toBe(200);
    expect(await kept(table, application)).toEqual(before);
    expect((await owner.page("/receipt")).text).not.toContain("Endret AS");
    const staff = [await signedIn(table, { roles: ["manager"] })];
    const later = "2024-06-25T08:00:00.000Z";
    const file = await ask({ path: "/staff/calls/nic-2024/applications.json", cookies: staff, at: later });
    expect(file.text).not.toContain("Endret AS");
    await owner.send();
    const after = await ask({ path: "/staff/calls/nic-2024/applications.json", cookies: staff, at: later });
    expect(after.text).toContain("Endret AS");
    expect(await kept(table, application)).toMatchObject({ organisation: "Endret AS", submissions: 2 });
  });

  test("the receipt leaves alone what is not saved yet on this device", async () => {
    const { application, owner } = await sent();
    const forgets = `data-forget="${application.id}"`;
    expect((await owner.page("/receipt")).text).toContain(forgets);
    await owner.post("/change");
    expect((await owner.page("/receipt")).text).not.toContain(forgets);
  });
});

describe("sending again", () => {
  test("what is wrong is refused, and the first still counts; what is right is number two", async () => {
    const { application, owner } = await changing();
    await owner.save("applicant", 1, { ...applicant, organisation: "" });
    expect((await owner.send()).status).toBe(422);
    expect((await owner.get("")).json).toMatchObject({
      state: "submitted",
      submissions: [{ number: 1, counts: true }],
    });
    expect((await owner.page("/review")).text).toContain("Send på nytt");
    await owner.save("applicant", 2, changed);
    expect((await owner.send("2024-06-21T10:00:00.000Z")).json).toMatchObject({ number: 2 });
    expect((await owner.get("")).json).toMatchObject({
      submissions: [
        { number: 1, counts: false },
        { number: 2, counts: true, receivedAt: "2024-06-21T10:00:00.000Z" },
      ],
    });
    expect((await receipts(application)).map(({ content }) => content)).toMatchObject([
      { number: 1 },
      { number: 2, organisation: "Endret AS" },
    ]);
    expect((await owner.page("")).text).not.toMatch(stands);
  });

  test("what nobody has changed gives no new submission and no mail, and the change has ended", async () => {
    const { application, owner } = await changing();
    const told = await owner.send();
    expect([told.status, told.json]).toMatchObject([201, { number: 1 }]);
    const now = await kept(table, application);
    expect([now.submissions, now.changingSince]).toEqual([1, undefined]);
    expect(await receipts(application)).toHaveLength(1);
    expect((await history(application)).at(-1)).toBe("change-ended");
  });

  test("after the deadline is refused, and the page says which submission stands", async () => {
    const { owner } = await changing();
    await owner.save("applicant", 1, changed);
    const refused = await owner.send(afterDeadline);
    expect(refused.status).toBe(410);
    const { text } = await owner.page("", afterDeadline);
    expect(text).toMatch(/Innsending 1, sendt [^,]+, gjelder\. Endringer som ikke ble sendt/);
  });
});

test("changed, sent again, left unchanged, changed once more and withdrawn: an audit finds nothing wrong", async () => {
  const { application, owner } = await changing();
  const audited = async () => {
    // Whoever looks at a receipt has it signed.
    await owner.get("/receipt");
    return command(["--call", "nic-2024", "--table", table.name]);
  };
  await owner.save("applicant", 1, changed);
  expect(await audited()).toMatchObject({ code: 0 });
  await owner.send();
  await owner.post("/change");
  await owner.send();
  await owner.post("/change");
  await owner.post("/withdrawal");
  expect(await history(application)).toEqual([
    "application-started",
    "application-submitted",
    "change-begun",
    "application-submitted",
    "change-begun",
    "change-ended",
    "change-begun",
    "application-withdrawn",
  ]);
  expect(await audited()).toMatchObject({ code: 0, out: expect.stringContaining("2 submissions") });
});

describe("the receipt of each submission", () => {
  const twice = async () => {
    const { application, owner } = await changing();
    await owner.save("applicant", 1, changed);
    await owner.send("2024-06-21T10:00:00.000Z");
    return { application, owner };
  };

  test("is there under its number, and without one it is the last's", async () => {
    const { owner } = await twice();
    for (const file of ["/receipt", "/receipt.json"]) {
      expect((await owner.get(`${file}?number=1`)).json).toMatchObject({ number: 1, counts: false });
      expect((await owner.get(`${file}?number=2`)).json).toMatchObject({ number: 2, counts: true });
      expect((await owner.get(file)).json).toMatchObject({ number: 2, counts: true });
    }
    for (const number of ["0", "3", "-1", "1.5", "en", ""])
      expect((await owner.get(`/receipt?number=${number}`)).status).toBe(404);
  });

  test("says whether it counts, who applied then, and leads to the others", async () => {
    const { application, owner } = await twice();
    const [first, last] = [await owner.page("/receipt?number=1"), await owner.page("/receipt")];
    expect(last.text).toContain("Dette er den innsendingen som gjelder.");
    expect(last.text).toContain(`/nb/applications/${application.id}/receipt?number=1`);
    expect(last.text).toContain("/change");
    expect(first.text).toContain("Erstattet av innsending 2, sendt 21. juni 2024 kl. 12.00.");
    expect(first.text).toContain(`href="/nb/applications/${application.id}/receipt"`);
    expect(first.text).toContain("receipt.json?number=1");
    expect(first.text).not.toMatch(/Endret AS|\/change|\/withdrawal|Søknaden er mottatt/);
    await owner.post("/withdrawal");
    expect((await owner.page("/receipt")).text).toMatch(/Trukket [^<]*\./);
    expect((await owner.get("/receipt")).json).toMatchObject({ number: 2, counts: false });
  });
});
