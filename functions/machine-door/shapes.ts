// What the door gives, as data: the answers are made by it, and the description is made from it.
import * as z from "zod";
import { Application, Submission } from "#shared/domain/application.ts";
import { CallId } from "#shared/domain/call.ts";
import { PublicRegistration } from "#shared/domain/registration.ts";
import { SentFile } from "#shared/domain/stored-file.ts";

/** A file that was sent, without where it lies. */
export const GivenFile = SentFile.omit({ key: true, version: true });

export const GivenSubmission = Submission.pick({
  number: true,
  receivedAt: true,
  deadline: true,
  digest: true,
  formVersion: true,
  answers: true,
}).extend({ files: z.array(GivenFile) });

export const GivenApplication = Application.pick({
  id: true,
  reference: true,
  level: true,
  state: true,
  organisation: true,
  organisationNumber: true,
  cluster: true,
  startedAt: true,
  submittedAt: true,
  withdrawnAt: true,
  revision: true,
}).extend({ call: CallId, submission: z.optional(GivenSubmission) });

export const GivenRegistration = PublicRegistration;

export const Gone = z.object({ id: z.string(), gone: z.literal(true) });

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(z.union([item, Gone])), next: z.url(), more: z.boolean() });

export const ApplicationPage = pageOf(GivenApplication);
export const RegistrationPage = pageOf(GivenRegistration);
