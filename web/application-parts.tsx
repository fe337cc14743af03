import type { Application } from "#shared/domain/application.ts";
import type { Language } from "#shared/domain/text.ts";
import { Tag } from "./parts.tsx";
import { applicationWords } from "./words/applications.ts";
import { changingWords } from "./words/changing.ts";

const colours = { draft: "info", submitted: "success", withdrawn: "neutral", expired: "warning" } as const;

export const StateTag = ({
  application,
  language,
}: {
  readonly application: Application;
  readonly language: Language;
}) => (
  <>
    <Tag color={colours[application.state]}>{applicationWords[language].states[application.state]}</Tag>
    {application.changingSince && (
      <>
        {" "}
        <Tag color="info">{changingWords[language].state}</Tag>
      </>
    )}
  </>
);

/** What the applicant calls it, as far as that has been written yet. */
export const nameOf = ({ cluster, organisation }: Application, language: Language): string =>
  cluster || organisation || applicationWords[language].unnamed;
