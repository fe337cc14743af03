// People who take part in a made-up application.
import type { Joined } from "#shared/domain/colleague.ts";
import { Colleague, ColleagueId } from "#shared/domain/colleague.ts";
import { Person } from "#shared/domain/person.ts";
import { t } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import type { ColleaguesProps } from "#web/pages/colleagues-page.tsx";
import { invitationForm } from "../../functions/draft/colleagues/invitation-form.ts";
import { applicant, call, draft } from "./sample-records.ts";

export const colleague = Person.parse({
  id: "line",
  name: "Line Øst Nordahl-Breivik",
  email: "line@havbruk.example",
  roles: [],
});

const at = "2024-05-12T08:20:00.000Z";
const idOf = (n: number) => ColleagueId.parse(`9b2f5a10-0d6e-4a53-8d1c-0000000000${10 + n}`);

export const joined: Joined = {
  id: idOf(1),
  email: colleague.email,
  may: "edit",
  invitedAt: instant(at),
  state: "joined",
  joinedAt: instant("2024-05-13T09:00:00Z"),
  person: { id: colleague.id, name: colleague.name, email: colleague.email },
};

const others = [
  {
    ...joined,
    id: idOf(2),
    email: "post@enveldiglangvirksomhetmedlangtnavn.example",
    may: "read",
    invitedAt: at,
    joinedAt: "2024-06-01T12:00:00.000Z",
    person: { id: "per", name: "Per Ås", email: "per@havbruk.example" },
  },
  {
    id: idOf(3),
    email: "ny@havbruk.example",
    may: "edit",
    invitedAt: "2024-06-20T08:00:00.000Z",
    state: "invited",
    expiresAt: "2024-07-04T08:00:00.000Z",
    keyHash: "x",
  },
  {
    id: idOf(4),
    email: "sein@havbruk.example",
    may: "read",
    invitedAt: at,
    state: "invited",
    expiresAt: "2024-05-26T08:20:00.000Z",
    keyHash: "x",
  },
].map((one) => Colleague.parse(one));

export const colleaguesProps: ColleaguesProps = {
  call,
  application: draft,
  may: "own",
  me: applicant.id,
  colleagues: [joined, ...others],
  form: invitationForm,
  answers: { email: "", may: "" },
  problems: [],
};

const wrong = t("Dette må rettes", "Dette må rettast", "This must be corrected");
export const invitationProblems = ["/email", "/may", `/colleagues/${idOf(3)}`].map((pointer) => ({
  pointer,
  code: "wrong",
  label: t("Kollega", "Kollega", "Colleague"),
  message: wrong,
}));

export const here = { personId: colleague.id, name: colleague.name, at: instant("2024-06-21T11:54:30Z") };
export const notYours = { reason: "not-yours-to-do", owner: applicant.name } as const;
