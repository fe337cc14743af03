import { beforeEach, describe, expect, test, vi } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Application } from "#shared/domain/application.ts";
import { joinedIn, withMay, withoutColleague } from "#shared/domain/colleague.ts";
import { noticeId } from "#shared/domain/deadline-messages.ts";
import { type Message, type MessageContent, owe } from "#shared/domain/message.ts";
import { EmailAddress, PersonId } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { formFor } from "#shared/form/levels.ts";
import { keepColleagues } from "#shared/records/colleague-changes.ts";
import { historyWrites } from "#shared/records/history.ts";
import { ownerKeys } from "#shared/records/index-keys.ts";
import { findMessage, messagesDue, oweOnce } from "#shared/records/messages.ts";
import { keepRegistration } from "#shared/records/registrations.ts";
import { saveSection } from "#shared/records/sections.ts";
import { expire } from "#shared/records/submissions.ts";
import { type Table, transact } from "#shared/records/table.ts";
import { startDelivery } from "../mail/delivery.ts";
import { completeDraft } from "../support/answers.ts";
import { begin, kept } from "../support/begun.ts";
import { anEvent, aPerson, aRegistration, aRegistrationMessage, aSection } from "../support/builders.ts";
import { join, storedColleagues } from "../support/colleagues.ts";
import { freshTable } from "../support/dynamodb.ts";
import { extend } from "../support/extended.ts";
import { delivered } from "./delivered.ts";
import { keepSent } from "./sent.ts";

const deadline = instant("2024-06-21T14:00:00Z");
const line = aPerson({
  id: PersonId.parse("line"),
  name: "Line",
  email: EmailAddress.parse("line@kollega.example"),
});

let table: Table;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
});

type Kind = "reminder" | "draft-expired" | "deletion-notice" | "webinar-reminder";
const about = ({ id, callId, reference, level }: Application, reader: PersonId) => ({
  ids: { callId, applicationId: id, reader },
  facts: { reference, level, deadline, deletedOn: "2024-09-19" },
});

const contentOf = (kind: Kind, application: Application, reader: PersonId): MessageContent => {
  const { ids, facts } = about(application, reader);
  if (kind === "reminder") return { kind, ...ids, deadline, which: "two-days" };
  if (kind === "webinar-reminder") return { kind, ...ids };
  return { kind, ...ids, ...facts };
};

/** When each is owed. */
const owedAt = {
  reminder: "2024-06-19T14:00:00Z",
  "webinar-reminder": "2024-04-26T10:00:00Z",
  "draft-expired": "2024-06-21T14:01:00Z",
  "deletion-notice": "2024-09-05T14:00:00Z",
} as const;

const owed = async (
  kind: Kind,
  application: Application,
  reader = application.owner.id,
): Promise<Message> => {
  const { ids } = about(application, reader);
  const language = reader === line.id ? "nn" : "nb";
  const to = reader === line.id ? line.email : application.owner.email;
  const content = contentOf(kind, application, reader);
  const message = owe(
    { id: noticeId(kind, { ...ids, deadline }), to, language, content },
    instant(owedAt[kind]),
  );
  await oweOnce(table, message, ownerKeys.application(application.id));
  return message;
};

const withState = async (application: Application, state: Application["state"]): Promise<Application> => {
  const change = { text: "#state = :state", values: { state } };
  await transact(table, historyWrites(table, application, { event: anEvent(), change }));
  return kept(table, application);
};
const expired = async (): Promise<Application> => {
  const application = await begin(table);
  await expire(table, { application, event: anEvent(), messages: [] });
  return kept(table, application);
};

describe("a reminder", () => {
  test("says what is left of the draft as it is then, and that is kept with the message", async () => {
    const application = await begin(table);
    const draft = completeDraft("connect");
    for (const [section, answers] of Object.entries(draft))
      if (section !== "budget")
        await saveSection(table, { application, section: aSection({ section, answers }) });
    const message = await owed("reminder", application);
    const { state, content, mail } = await delivered(table, message);
    expect(state).toBe("sent");
    if (content?.kind !== "reminder" || !content.found) throw new Error("Nothing was kept of what was said");
    const { title } = formFor(nic2024.application, "connect").sections["budget"] ?? {};
    expect(content.found).toMatchObject({
      reference: application.reference,
      isOwner: true,
      sections: [title?.nb],
      at: message.owedAt.add({ minutes: 5 }),
    });
    expect(content.found.questions).toBeGreaterThan(0);
    expect(mail?.text).toContain(`Gjenstår: ${content.found.questions} spørsmål`);
    expect(mail?.text).toContain(`I delene: ${title?.nb}`);
    expect(mail?.text).toContain("Tid igjen: 1 dag og 23 timer");
    expect(`${mail?.text}${mail?.html}`).not.toContain(String(draft["applicant"]?.["organisation"]));
  });

  test("of a draft that is filled in says that it is only to be sent, to a colleague by whom", async () => {
    const application = await begin(table);
    for (const [section, answers] of Object.entries(completeDraft("connect")))
      await saveSection(table, { application, section: aSection({ section, answers }) });
    await join(table, application, line);
    const { content, mail } = await delivered(table, await owed("reminder", application, line.id));
    expect(content).toMatchObject({ found: { questions: 0, sections: [], isOwner: false } });
    expect(mail?.text).toContain("Alt er fylt ut.");
    expect(mail?.text).toContain("Det er den som eig søknaden, som sender han.");
    expect(mail?.text).not.toContain("Står att");
  });

  test("counts a section of files as any other", async () => {
    const application = await begin(table);
    for (const [section, answers] of Object.entries(completeDraft("connect")))
      if (section !== "attachments")
        await saveSection(table, { application, section: aSection({ section, answers }) });
    const { content } = await delivered(table, await owed("reminder", application));
    const { title } = formFor(nic2024.application, "connect").sections["attachments"] ?? {};
    expect(content).toMatchObject({ found: { sections: [title?.nb] } });
  });

  test("tells of the draft as it is when it is tried again, not as it was", async () => {
    const application = await begin(table);
    const message = await owed("reminder", application);
    const { run, state, mailbox } = await startDelivery(table);
    state.isDown = true;
    await run({ at: message.owedAt.add({ minutes: 5 }).toString() });
    expect(await findMessage(table, message.id)).toMatchObject({ state: "owed", content: message.content });
    await keepSent(table, await kept(table, application));
    state.isDown = false;
    await run({ at: message.owedAt.add({ minutes: 60 }).toString() });
    expect(mailbox.all()).toEqual([]);
    expect((await findMessage(table, message.id))?.state).toBe("obsolete");
  });
});

const changeColleagues = async (
  application: Application,
  change:
    | typeof withoutColleague
    | ((...given: Parameters<typeof withoutColleague>) => ReturnType<typeof withMay>),
) => {
  const before = await storedColleagues(table, application);
  const [colleague] = joinedIn(before.list);
  if (!colleague) throw new Error("There is no colleague");
  const after = { ...before, list: change(before.list, colleague) };
  await keepColleagues(table, { before, after, event: anEvent() });
};

describe("what is not true any more is not sent, and nothing has failed", () => {
  const draft = () => begin(table);
  const colleague = async (): Promise<Application> => {
    const application = await begin(table);
    await join(table, application, line);
    return kept(table, application);
  };

  test.for([
    ["a reminder of what is sent", "reminder", draft, (one: Application) => keepSent(table, one)],
    [
      "a reminder of another deadline",
      "reminder",
      draft,
      (one: Application) => extend(table, one, "2024-06-28T16:00:00"),
    ],
    [
      "a reminder of a draft that is withdrawn",
      "reminder",
      draft,
      (one: Application) => withState(one, "withdrawn"),
    ],
    [
      "a notice of a draft that was sent after all",
      "draft-expired",
      expired,
      (one: Application) => keepSent(table, one),
    ],
    [
      "a notice of a draft that is open again",
      "draft-expired",
      expired,
      (one: Application) => withState(one, "draft"),
    ],
    [
      "a notice of a draft with more time",
      "draft-expired",
      expired,
      (one: Application) => extend(table, one, "2024-06-28T16:00:00"),
    ],
    [
      "a warning of deletion of what was sent",
      "deletion-notice",
      expired,
      (one: Application) => keepSent(table, one),
    ],
    [
      "a warning of deletion too early",
      "deletion-notice",
      expired,
      (one: Application) => extend(table, one, "2024-06-28T16:00:00"),
    ],
  ] as const)("%s", async ([, kind, given, happens]) => {
    const application = await given();
    const message = await owed(kind, application);
    await happens(application);
    expect(await delivered(table, message)).toMatchObject({ state: "obsolete", mail: undefined });
    expect(await messagesDue(table, instant("2030-01-01T00:00:00Z"))).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ id: message.id })]),
    );
  });

  test("a reminder when the deadline has passed meanwhile", async () => {
    const message = await owed("reminder", await draft());
    expect(await delivered(table, message, 2 * 24 * 60)).toMatchObject({ state: "sent" });
    const late = await owed("reminder", await draft());
    expect(await delivered(table, late, 2 * 24 * 60 + 1)).toMatchObject({ state: "obsolete" });
  });

  test.for([
    ["who has left", withoutColleague],
    ["who may only read now", (list, one) => withMay(list, one, "read")],
  ] as const satisfies readonly (readonly [string, typeof withoutColleague])[])(
    "a reminder to a colleague %s",
    async ([, change]) => {
      const application = await colleague();
      const message = await owed("reminder", application, line.id);
      await changeColleagues(application, change);
      expect(await delivered(table, message)).toMatchObject({ state: "obsolete", mail: undefined });
    },
  );

  test("but what is still true goes", async () => {
    const application = await expired();
    const { state, mail } = await delivered(table, await owed("draft-expired", application));
    expect(state).toBe("sent");
    expect(mail?.text).toContain("Slettes: 19. september 2024");
    expect(mail?.text).toContain(`https://opptak.example/nb/applications/${application.id}/draft.pdf`);
    const withdrawn = await withState(await begin(table), "withdrawn");
    const notice = await delivered(table, await owed("deletion-notice", withdrawn));
    expect(notice.state).toBe("sent");
  });
});

describe("a reminder of the webinar", () => {
  const signUp = async (application: Application) => {
    const registration = aRegistration({ email: EmailAddress.parse(application.owner.email) });
    await keepRegistration(table, {
      registration,
      message: { ...aRegistrationMessage(registration), state: "sent" },
    });
  };
  const early = { startedAt: instant("2024-04-10T08:00:00Z") };

  test("goes while sign-up is open", async () => {
    const { state, mail } = await delivered(table, await owed("webinar-reminder", await begin(table, early)));
    expect(state).toBe("sent");
    expect(mail?.subject).toBe("Meld deg på søkewebinaret");
    expect(mail?.text).toContain("https://opptak.example/nb/calls/nic-2024/webinar");
  });

  test.for([
    ["who has signed up meanwhile", signUp, 5],
    ["who has sent meanwhile", (one: Application) => keepSent(table, one), 5],
    ["when sign-up has closed", async () => {}, 4 * 24 * 60],
  ] as const)("does not go to somebody %s", async ([, happens, minutes]) => {
    const application = await begin(table, early);
    const message = await owed("webinar-reminder", application);
    await happens(application);
    expect(await delivered(table, message, minutes)).toMatchObject({ state: "obsolete" });
  });
});
