import type { Child } from "hono/jsx";

/** A table that may be wider than the window; then it scrolls by itself, also by keyboard. */
export const Sideways = ({
  label,
  hover,
  numbers,
  children,
}: {
  readonly label: string;
  /** Lists are read row by row, so the row under the pointer stands out. */
  readonly hover?: boolean;
  /** Nothing but numbers, which are narrow. */
  readonly numbers?: boolean;
  readonly children?: Child;
}) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and there are none here.
  <div class={numbers ? "sideways numbers" : "sideways"} role="group" aria-label={label} tabindex={0}>
    <table class="ds-table" data-size="sm" data-hover={hover}>
      {children}
    </table>
  </div>
);
