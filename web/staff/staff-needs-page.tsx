import type { Call } from "#shared/domain/call.ts";
import type { Registration } from "#shared/domain/registration.ts";
import type { Html } from "../document.ts";
import { Paragraph } from "../parts.tsx";
import { Sideways } from "../sideways.tsx";
import type { View } from "../view.ts";
import { staffWords } from "../words/staff.ts";
import { staffRegistrationWords } from "../words/staff-registrations.ts";
import { StaffPage, staffPath } from "./staff-frame.tsx";

export interface Need {
  readonly registration: Registration;
  readonly needs: string;
}

interface NeedsProps {
  readonly call: Call;
  readonly all: readonly Need[];
}

const Table = ({ view, all }: { readonly view: View } & Pick<NeedsProps, "all">) => {
  const words = staffWords[view.language];
  const own = staffRegistrationWords[view.language];
  return (
    <Sideways label={own.needs} hover>
      <thead>
        <tr>
          {[words.name, words.state, own.needs].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {all.map(({ registration: { webinarId, id, name, state }, needs }) => (
          <tr>
            <td>
              <a class="ds-link" href={staffPath(view, `/registrations/${webinarId}/${id}`)}>
                {name}
              </a>
            </td>
            <td>{words.registrationStates[state]}</td>
            <td>{needs}</td>
          </tr>
        ))}
      </tbody>
    </Sideways>
  );
};

/** What the participants of a webinar need, for those who arrange it. */
export const staffNeedsPage = (view: View, { call, all }: NeedsProps): Html => {
  const own = staffRegistrationWords[view.language];
  return (
    <StaffPage view={view} title={own.needs} over={call.webinar.title[view.language]}>
      <Paragraph>{own.needsLead}</Paragraph>
      {all.length > 0 ? <Table view={view} all={all} /> : <Paragraph>{own.noNeeds}</Paragraph>}
    </StaffPage>
  );
};
