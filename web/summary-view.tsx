import type { Language } from "#shared/domain/text.ts";
import type { Line, Part, Shown } from "#shared/form/summary.ts";
import { Subheading } from "./parts.tsx";
import { Sideways } from "./sideways.tsx";
import { fieldWords } from "./words/fields.ts";

type Table = Extract<Shown, { as: "table" }>;

export const TableView = ({ label, table }: { readonly label: string; readonly table: Table }) => (
  <Sideways label={label}>
    <thead>
      <tr>
        {table.head.map((name) =>
          name ? (
            <th scope="col" class="number">
              {name}
            </th>
          ) : (
            <td />
          ),
        )}
      </tr>
    </thead>
    <tbody>
      {table.rows.map((row) => (
        <tr>
          <th scope="row">{row.label}</th>
          {row.cells.map((cell) => (
            <td class="number">{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </Sideways>
);

const Item = ({ text, href }: { readonly text: string; readonly href: string | undefined }) =>
  href ? (
    <a class="ds-link" href={href}>
      {text}
    </a>
  ) : (
    text
  );

interface Reading {
  readonly language: Language;
  /** Address of the application's files, for who may open them. */
  readonly files?: string | undefined;
}

export const Value = ({ line, language, files }: Reading & { readonly line: Line }) => {
  const { value, label } = line;
  if (!value) return <span class="unanswered">{fieldWords[language].none}</span>;
  switch (value.as) {
    case "text":
      return <span class="typed">{value.text}</span>;
    case "list":
      return (
        <ul>
          {value.items.map((item, i) => (
            <li>
              <Item text={item} href={value.files?.[i] && files ? `${files}/${value.files[i]}` : undefined} />
            </li>
          ))}
        </ul>
      );
    case "table":
      return <TableView label={label} table={value} />;
    case "items":
      return (
        <ol class="items">
          {value.items.map(({ title, lines }) => (
            <li>
              <p class="item-title">{title}</p>
              <Lines lines={lines} language={language} files={files} />
            </li>
          ))}
        </ol>
      );
  }
};

const Lines = ({ lines, language, files }: Reading & { readonly lines: readonly Line[] }) => (
  <dl class="answers">
    {lines.map((line) => (
      <div>
        <dt>{line.label}</dt>
        <dd>
          <Value line={line} language={language} files={files} />
        </dd>
      </div>
    ))}
  </dl>
);

/** Answers to be read: the review, the receipt and what staff see are the same. */
export const SummaryView = ({
  parts,
  language,
  change,
  files,
  prefix = "part",
}: {
  readonly parts: readonly Part[];
  readonly language: Language;
  /** Where a part is changed, and the words for it; without it the answers are only read. */
  readonly change?: { readonly href: (part: string) => string; readonly label: string };
  /** Address of the application's files, for who may open them. */
  readonly files?: string;
  /** Keeps the ids of several summaries on one page apart. */
  readonly prefix?: string;
}) => (
  <div class="summary">
    {parts.map((part) => (
      <section class="part" aria-labelledby={`${prefix}-${part.key}`}>
        <div class="part-head">
          <Subheading id={`${prefix}-${part.key}`}>{part.title}</Subheading>
          {change && (
            <a class="ds-link" href={change.href(part.key)}>
              {change.label}
              <span class="ds-sr-only"> {part.title}</span>
            </a>
          )}
        </div>
        <Lines lines={part.lines} language={language} files={files} />
      </section>
    ))}
  </div>
);
