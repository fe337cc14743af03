import * as z from "zod";
import type { Application, Submission } from "#shared/domain/application.ts";
import { countingSubmission } from "#shared/domain/standing.ts";
import { sentFilesIn, withoutPlaces } from "#shared/form/file-section.ts";
import { changedApplications } from "#shared/records/changed-records.ts";
import { latestSubmissions } from "#shared/records/submissions.ts";
import type { Feed } from "./follow.ts";
import { GivenApplication, Gone } from "./shapes.ts";

const given = (application: Application, submission: Submission | undefined) =>
  z.encode(GivenApplication, {
    ...application,
    call: application.callId,
    ...(submission && {
      submission: {
        ...submission,
        answers: withoutPlaces(submission.answers),
        files: [...sentFilesIn(submission.answers)],
      },
    }),
  });

/** Each application with the submission that counts. What has not been sent, or was taken back, has none, and no answers. */
export const applications: Feed = {
  listed: "application",
  what: "applications-fetched",
  read: async (table, changes) => {
    const changed = await changedApplications(table, changes);
    const counting = changed.flatMap(({ record }) =>
      record && countingSubmission(record) !== undefined ? [record] : [],
    );
    const sent = await latestSubmissions(table, counting);
    const submissions = new Map(sent.map((submission) => [submission.applicationId, submission]));
    return changed.map(({ number, id, record }) => ({
      number,
      item: record ? given(record, submissions.get(record.id)) : Gone.parse({ id, gone: true }),
    }));
  },
};
