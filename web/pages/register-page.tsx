import type { Organisation } from "#shared/domain/organisation.ts";
import { showOrgNumber } from "#shared/form/values.ts";
import type { Html } from "../document.ts";
import { Page } from "../layout.tsx";
import { Heading, Paragraph } from "../parts.tsx";
import { registerLine } from "../register-line.ts";
import type { View } from "../view.ts";
import { registerWords } from "../words/register.ts";

/** What the register says of one organisation. */
export const registerPage = (view: View, organisation: Organisation): Html => {
  const { title } = registerWords[view.language];
  return (
    <Page view={view} title={title}>
      <p class="over">{showOrgNumber(organisation.number)}</p>
      <Heading>{title}</Heading>
      <Paragraph>{registerLine(organisation, view.language)}</Paragraph>
    </Page>
  );
};
