import type { CallDefinition } from "../definition.ts";
import { application } from "./application-form.ts";
import { call } from "./call.ts";
import { formalControl } from "./formal-control.ts";
import { webinar } from "./webinar-form.ts";

export const nic2024: CallDefinition = {
  call,
  application,
  webinar,
  formalControl,
  facts: {
    organisation: "applicant.organisation",
    organisationNumber: "applicant.organisationNumber",
    cluster: "cluster.name",
    counties: "cluster.areas",
    receiptTo: "applicant.email",
  },
  secrets: "declarations.secrets",
};
