/** The two ways on from a section. The first is what Enter presses. */
export const Onward = ({
  words: { next, toOverview },
}: {
  readonly words: { readonly next: string; readonly toOverview: string };
}) => (
  <div class="actions">
    <button type="submit" class="ds-button" name="next" value="section">
      {next}
    </button>
    <button type="submit" class="ds-button" data-variant="tertiary" name="next" value="overview">
      {toOverview}
    </button>
  </div>
);
