import type { Child } from "hono/jsx";

/** A table that may be wider than the window; then it scrolls by itself, also by keyboard. */
export const Sideways = ({
  label,
  hover,
  children,
}: {
  readonly label: string;
  /** Lists are read row by row, so the row under the pointer stands out. */
  readonly hover?: boolean;
  readonly children?: Child;
}) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and there are none here.
  <div class="sideways" role="group" aria-label={label} tabindex={0}>
    <table class="ds-table" data-size="sm" data-hover={hover}>
      {children}
    </table>
  </div>
);
