import type { Html } from "./document.ts";
import { Page } from "./layout.tsx";
import { Heading, Paragraph, Subheading } from "./parts.tsx";
import type { View } from "./view.ts";
import type { Passages } from "./words/passages.ts";

/** A page that is only to be read. */
export const passagesView = (view: View, { title, lead, passages }: Passages): Html => (
  <Page view={view} title={title}>
    <Heading>{title}</Heading>
    <Paragraph lead>{lead}</Paragraph>
    {passages.map(({ heading, paragraphs }) => (
      <section>
        <Subheading>{heading}</Subheading>
        {paragraphs.map((paragraph) => (
          <Paragraph>{paragraph}</Paragraph>
        ))}
      </section>
    ))}
  </Page>
);
