import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Application } from "#shared/domain/application.ts";
import { toldToApplicants } from "#shared/domain/attempt.ts";
import { Level } from "#shared/domain/call.ts";
import { decideWriting } from "#shared/domain/colleague.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { shownDeletionDate } from "#shared/domain/deletion.ts";
import { ToldExtension } from "#shared/domain/extension.ts";
import { notReachedIn } from "#shared/domain/fate.ts";
import { countingSubmission, type Sent } from "#shared/domain/standing.ts";
import { InstantText } from "#shared/domain/time.ts";
import { check } from "#shared/form/check.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { applicationsOf, findApplications } from "#shared/records/applications.ts";
import { attemptsOf } from "#shared/records/attempts.ts";
import { callsInForce } from "#shared/records/calls.ts";
import { accessesOf } from "#shared/records/colleagues.ts";
import { messagesOf } from "#shared/records/messages.ts";
import { type OwnApplication, openApplication, readDraft } from "#shared/records/own-application.ts";
import { sentOfApplication } from "#shared/records/receipts.ts";
import { largestApplication, sizeOf } from "#shared/records/sections.ts";
import type { Table } from "#shared/records/table.ts";
import { myPage, type Shared } from "#web/pages/my-page.tsx";
import { taskListPage } from "#web/pages/task-list-page.tsx";
import type { SectionState } from "#web/task.tsx";

/** What others share with one, what one joined last first. */
const sharedWith = async (table: Table, { person }: SignedIn): Promise<readonly Shared[]> => {
  const accesses = await accessesOf(table, person.id);
  const byId = await findApplications(
    table,
    accesses.map(({ applicationId }) => applicationId),
  );
  return accesses.flatMap(({ applicationId, may }) => {
    const application = byId.get(applicationId);
    // The index follows a moment later: what has just been handed over is among one's own.
    return application && application.owner.id !== person.id ? [{ application, may }] : [];
  });
};

const sentJson = (application: Application, all: readonly Sent[]) =>
  all.map(({ number, receivedAt, digest }) => ({
    number,
    receivedAt: InstantText.encode(receivedAt),
    digest,
    counts: number === countingSubmission(application),
  }));

/** Since when it is being changed, if it is. */
const changingJson = ({ changingSince }: Application) =>
  changingSince ? { changingSince: InstantText.encode(changingSince) } : {};

const listed = (application: Application, sent: ReadonlyMap<string, readonly Sent[]>) => {
  const { id, callId, level, state, reference } = application;
  return {
    ...{ id, call: callId, level, state, reference },
    ...changingJson(application),
    submissions: sentJson(application, sent.get(id) ?? []),
  };
};

const sentOfEach = async (table: Table, applications: readonly Application[]) =>
  new Map(
    await Promise.all(
      applications.map(async (one) => [one.id, await sentOfApplication(table, one)] as const),
    ),
  );

/** What the owner should know did not arrive. */
const notReachedOfEach = async (table: Table, applications: readonly Application[]) =>
  new Map(
    await Promise.all(
      applications.map(
        async ({ id, owner }) => [id, notReachedIn(await messagesOf(table, id), owner)] as const,
      ),
    ).then((all) => all.flatMap(([id, message]) => (message ? [[id, message] as const] : []))),
  );

/** Everything one has begun or takes part in, and ids for what one may begin. */
export const showMyPage = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const [applications, shared, calls] = await Promise.all([
    applicationsOf(table, asked.person.id),
    sharedWith(table, asked),
    callsInForce(table),
  ]);
  const [sent, notReached] = await Promise.all([
    sentOfEach(table, [...applications, ...shared.map(({ application }) => application)]),
    notReachedOfEach(table, applications),
  ]);
  const newIds = Object.fromEntries(
    calls.flatMap(({ call }) => Level.options.map((level) => [`${call.id}.${level}`, randomUUID()])),
  );
  return {
    page: () => myPage(asked, { calls, applications, shared, sent, newIds, notReached }),
    json: () => ({
      applications: applications.map((one) => ({
        ...listed(one, sent),
        notReached: notReached.get(one.id)?.to,
      })),
      shared: shared.map(({ application, may }) => ({
        ...listed(application, sent),
        owner: application.owner.name,
        may,
      })),
    }),
  };
};

const statusOf = ({ reviewedAt }: Application, begun: boolean, wrong: boolean): SectionState["status"] => {
  if (wrong && reviewedAt) return "wrong";
  if (!begun) return "not-started";
  return wrong ? "begun" : "ready";
};

const statesOf = async (table: Table, own: OwnApplication) => {
  const { draft, saved, revisions } = await readDraft(table, own);
  const checked = check(own.form, draft);
  const incomplete = new Set(checked.ok ? [] : checked.problems.map(({ pointer }) => pointer.split("/")[1]));
  const sections = Object.entries(own.form.sections).map(([key, section]) => {
    const kept = saved.get(key);
    const status = statusOf(own.application, kept !== undefined, incomplete.has(key));
    return {
      revision: revisions[key] ?? 0,
      state: {
        key,
        title: section.title,
        status,
        ...(kept && { savedAt: kept.savedAt, savedBy: kept.savedBy }),
      },
    };
  });
  return { sections, fill: { bytes: sizeOf(draft), most: largestApplication } };
};

/** The sections of one application and how far each has come. */
export const showTaskList = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const opened = await openApplication(table, asked.params["id"], asked.person.id, "see");
  if (!opened.ok) return opened.refusal;
  const own = opened.value;
  const { application, definition, may } = own;
  const { call } = definition;
  const [{ sections, fill }, attempts, all] = await Promise.all([
    statesOf(table, own),
    attemptsOf(table, application.id),
    sentOfApplication(table, application),
  ]);
  const { deadline } = call.levels[application.level];
  const editable = decideWriting(call, application, may, asked.at);
  return {
    page: () =>
      taskListPage(asked, {
        call,
        application,
        may,
        sections: sections.map(({ state }) => state),
        fill,
        attempts: toldToApplicants(attempts),
        all,
        editable,
      }),
    json: () => ({
      id: application.id,
      call: call.id,
      level: application.level,
      state: application.state,
      reference: application.reference,
      deadline: InstantText.encode(lastInstantOf(deadline)),
      extension: application.extension && z.encode(ToldExtension, application.extension),
      deletedOn: shownDeletionDate(deadline, application),
      may,
      owner: application.owner.name,
      fill,
      sections: sections.map(({ state, revision }) => ({
        id: state.key,
        revision,
        status: state.status,
        ...(state.savedAt && { savedAt: InstantText.encode(state.savedAt), savedBy: state.savedBy }),
      })),
      attempts: toldToApplicants(attempts).map(({ requestId, at, outcome, lateMs }) => ({
        requestId,
        receivedAt: InstantText.encode(at),
        outcome,
        ...(lateMs !== undefined && { lateMs }),
      })),
      ...changingJson(application),
      submissions: sentJson(application, all),
    }),
  };
};
