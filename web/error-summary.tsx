import { Subheading } from "./parts.tsx";

export interface WrongThing {
  readonly href: string;
  readonly label: string;
  readonly message: string;
}

/** One of them, as the link that leads to its field. */
export const ThingItem = ({ thing: { href, label, message } }: { readonly thing: WrongThing }) => (
  <li>
    <a class="ds-link" href={href}>
      {label}: {message}
    </a>
  </li>
);

/** Everything that is wrong, on top of the page and in focus when it opens. Each line leads to its field. */
export const ErrorSummary = ({
  title,
  things,
  quiet,
}: {
  readonly title: string;
  readonly things: readonly WrongThing[];
  /** On a page that is read from the top, such as the review, the list waits its turn. */
  readonly quiet?: boolean;
}) => (
  <section
    class="ds-error-summary"
    id="problems"
    aria-labelledby="problems-title"
    tabindex={-1}
    autofocus={!quiet}
  >
    <Subheading id="problems-title">{title}</Subheading>
    <ul>
      {things.map((thing) => (
        <ThingItem thing={thing} />
      ))}
    </ul>
  </section>
);
