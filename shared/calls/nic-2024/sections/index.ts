import { activities } from "./activities.ts";
import { ambitions } from "./ambitions.ts";
import { applicant } from "./applicant.ts";
import { attachments } from "./attachments.ts";
import { budget } from "./budget.ts";
import { cluster } from "./cluster.ts";
import { cohesion } from "./cohesion.ts";
import { connect } from "./connect.ts";
import { declarations } from "./declarations.ts";
import { explore, services } from "./explore.ts";
import { goals } from "./goals.ts";
import { impact } from "./impact.ts";
import { members } from "./members.ts";
import { organisation } from "./organisation.ts";
import { strategy } from "./strategy.ts";

/** The parts of the application, in the order they are asked. */
export const sections = {
  applicant,
  cluster,
  cohesion,
  members,
  ambitions,
  strategy,
  goals,
  activities,
  connect,
  explore,
  impact,
  services,
  organisation,
  budget,
  attachments,
  declarations,
} as const;
