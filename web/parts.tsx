// Small pieces that several pages are made of.
import type { Child } from "hono/jsx";
import type { Call } from "#shared/domain/call.ts";
import type { Language } from "#shared/domain/text.ts";

export const Heading = ({ children }: { readonly children?: Child }) => (
  <h1 class="ds-heading" data-size="lg" tabindex={-1}>
    {children}
  </h1>
);

export const Subheading = ({ id, children }: { readonly id?: string; readonly children?: Child }) => (
  <h2 class="ds-heading" data-size="sm" id={id}>
    {children}
  </h2>
);

export const Paragraph = ({ lead, children }: { readonly lead?: boolean; readonly children?: Child }) => (
  <p class="ds-paragraph" data-size={lead ? "lg" : undefined}>
    {children}
  </p>
);

/** Up to the page above. The arrow is for the eye only. */
export const Back = ({ to, children }: { readonly to: string; readonly children?: Child }) => (
  <p class="back">
    <a class="ds-link" href={to}>
      <span aria-hidden="true">← </span>
      {children}
    </a>
  </p>
);

type Colour = "info" | "success" | "warning" | "danger" | "neutral" | "accent";

export const Tag = ({ color, children }: { readonly color: Colour; readonly children?: Child }) => (
  <span class="ds-tag" data-color={color}>
    {children}
  </span>
);

export const Alert = ({
  color,
  title,
  children,
}: {
  readonly color: Colour;
  readonly title?: string;
  readonly children?: Child;
}) => (
  <div class="ds-alert" data-color={color}>
    {title && (
      <h2 class="ds-heading" data-size="2xs">
        {title}
      </h2>
    )}
    {children}
  </div>
);

export const Contacts = ({ call, language }: { readonly call: Call; readonly language: Language }) => (
  <ul class="contacts">
    {call.contacts.map(({ what, email, phone }) => (
      <li>
        {what[language]}:{" "}
        <a class="ds-link" href={`mailto:${email}`}>
          {email}
        </a>
        {phone && (
          <>
            {", "}
            <a class="ds-link" href={`tel:${phone.replaceAll(" ", "")}`}>
              {phone}
            </a>
          </>
        )}
      </li>
    ))}
  </ul>
);

/** Names and values, one under the other. */
export const Facts = ({ facts }: { readonly facts: readonly (readonly [string, Child])[] }) => (
  <dl class="facts">
    {facts.map(([name, value]) => (
      <div>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
