import { randomUUID } from "node:crypto";
import { calls } from "#shared/calls/index.ts";
import { decideEditing } from "#shared/domain/application.ts";
import { Level } from "#shared/domain/call.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { InstantText } from "#shared/domain/time.ts";
import { check } from "#shared/form/check.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { applicationsOf } from "#shared/records/applications.ts";
import { findOwnApplication, type OwnApplication, readDraft } from "#shared/records/own-application.ts";
import { submissionsOf } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { myPage } from "#web/pages/my-page.tsx";
import { type SectionState, taskListPage } from "#web/pages/task-list-page.tsx";

/** Everything one has begun, and ids for what one may begin. */
export const showMyPage = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const applications = await applicationsOf(table, asked.person.id);
  const newIds = Object.fromEntries(
    calls.flatMap(({ call }) => Level.options.map((level) => [`${call.id}.${level}`, randomUUID()])),
  );
  return {
    page: () => myPage(asked, { calls, applications, newIds }),
    json: () => ({
      applications: applications.map(({ id, callId, level, state, reference }) => ({
        id,
        call: callId,
        level,
        state,
        reference,
      })),
    }),
  };
};

const statesOf = async (table: Table, own: OwnApplication) => {
  const { draft, saved, revisions } = await readDraft(table, own);
  const checked = check(own.form, draft);
  const incomplete = new Set(checked.ok ? [] : checked.problems.map(({ pointer }) => pointer.split("/")[1]));
  return Object.entries(own.form.sections).map(([key, section]) => {
    const kept = saved.get(key);
    const status: SectionState["status"] = !kept ? "not-started" : incomplete.has(key) ? "begun" : "ready";
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
};

/** The sections of one application and how far each has come. */
export const showTaskList = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const own = await findOwnApplication(table, asked.params["id"], asked.person.id);
  if (!own) return { reason: "not-found" };
  const { application, definition } = own;
  const { call } = definition;
  const [states, submissions] = await Promise.all([
    statesOf(table, own),
    asked.wantsJson ? submissionsOf(table, application.id) : [],
  ]);
  const editable = decideEditing(call, application, asked.at);
  return {
    page: () =>
      taskListPage(asked, { call, application, sections: states.map(({ state }) => state), editable }),
    json: () => ({
      id: application.id,
      call: call.id,
      level: application.level,
      state: application.state,
      reference: application.reference,
      deadline: InstantText.encode(lastInstantOf(call.levels[application.level].deadline)),
      sections: states.map(({ state, revision }) => ({ id: state.key, revision, status: state.status })),
      submissions: submissions.map(({ number, receivedAt, digest }) => ({
        number,
        receivedAt: InstantText.encode(receivedAt),
        digest,
      })),
    }),
  };
};
