import type { Application } from "#shared/domain/application.ts";
import { Paragraph, Subheading } from "./parts.tsx";
import type { View } from "./view.ts";
import { downloadWords } from "./words/downloads.ts";

/** Where a copy of the draft is to be had. */
export const Downloads = ({
  view: { language },
  application: { id, reference },
}: {
  readonly view: View;
  readonly application: Application;
}) => {
  const words = downloadWords[language];
  const files = [
    ["pdf", words.pdf],
    ["json", words.json],
  ] as const;
  return (
    <section class="no-print" aria-labelledby="downloads">
      <Subheading id="downloads">{words.title}</Subheading>
      <Paragraph>{words.lead}</Paragraph>
      <ul>
        {files.map(([kind, label]) => (
          <li>
            <a
              class="ds-link"
              href={`/${language}/applications/${id}/draft.${kind}`}
              download={`${reference}-utkast.${kind}`}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
