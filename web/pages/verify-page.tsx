import type { Problem } from "#shared/domain/refusal.ts";
import type { Examined } from "#shared/domain/verdict.ts";
import type { Html } from "../document.ts";
import { ErrorSummary } from "../error-summary.tsx";
import { ChosenFile, PastedText } from "../fields/given.tsx";
import { wrongThings } from "../form-problems.ts";
import { Page } from "../layout.tsx";
import { Heading, Paragraph, Subheading } from "../parts.tsx";
import { kindOf, Told, Verdict } from "../verdict.tsx";
import type { View } from "../view.ts";
import { fieldWords } from "../words/fields.ts";
import { verifyingWords } from "../words/verifying.ts";

interface VerifyProps {
  /** What was pasted, handed back. */
  readonly text: string;
  readonly problems: readonly Problem[];
  /** What we have to say about what was shown. */
  readonly examined?: Examined;
  /** Why nothing can be said just now. */
  readonly outage?: { readonly title: string; readonly text: string };
}

interface Whole {
  readonly view: View;
  readonly props: VerifyProps;
}

const ShowForm = ({ view: { language }, props: { text, problems } }: Whole) => {
  const words = verifyingWords[language];
  const [problem] = problems;
  return (
    <form method="post" action={`/${language}/verify`} enctype="multipart/form-data" class="form" novalidate>
      <PastedText
        name="receipt"
        label={words.text}
        hint={words.textHint}
        error={problem?.message[language]}
        text={text}
      />
      <ChosenFile
        name="file"
        label={words.file}
        hint={words.fileHint}
        error={undefined}
        accept=".json,.txt,application/json"
      />
      <Paragraph>{words.nothingKept}</Paragraph>
      <div class="actions">
        <button type="submit" class="ds-button">
          {words.verify}
        </button>
      </div>
    </form>
  );
};

const Besides = ({ view: { language } }: { readonly view: View }) => {
  const words = verifyingWords[language];
  return (
    <>
      <section aria-labelledby="silent">
        <Subheading id="silent">{words.silent}</Subheading>
        <Paragraph>{words.silentText}</Paragraph>
      </section>
      <section aria-labelledby="alone">
        <Subheading id="alone">{words.alone}</Subheading>
        <Paragraph>
          {words.aloneText}{" "}
          <a class="ds-link" href="/.well-known/jwks.json">
            {words.keys}
          </a>
          .
        </Paragraph>
      </section>
    </>
  );
};

/** Where anybody shows a receipt, or what is said to be one, and is told what we know of it. */
export const verifyPage = (view: View, props: VerifyProps): Html => {
  const { language } = view;
  const words = verifyingWords[language];
  const { problems, examined, outage } = props;
  const verdict = examined && words.verdicts[kindOf(examined)].title;
  return (
    <Page view={view} title={verdict ?? outage?.title ?? words.title} wrong={problems.length > 0}>
      <Heading>{words.title}</Heading>
      {problems.length > 0 && (
        <ErrorSummary
          title={fieldWords[language].problems(problems.length)}
          things={wrongThings(problems, language, () => ({ section: undefined, page: "" }))}
        />
      )}
      {outage && (
        <Told title={outage.title} color="warning">
          <Paragraph>{outage.text}</Paragraph>
        </Told>
      )}
      {examined ? <Verdict view={view} examined={examined} /> : <Paragraph lead>{words.lead}</Paragraph>}
      <section>
        {examined && <Subheading>{words.another}</Subheading>}
        <ShowForm view={view} props={props} />
      </section>
      <Besides view={view} />
    </Page>
  );
};
