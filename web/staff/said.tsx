/** A mail as text. */
export interface Said {
  readonly subject: string;
  readonly text: string;
}

/** What a mail says, paragraph by paragraph. */
export const SaidText = ({ said, lang }: { readonly said: Said; readonly lang?: string }) => (
  <blockquote lang={lang}>
    {said.text.split("\n\n").map((part) => (
      <p class="typed">{part}</p>
    ))}
  </blockquote>
);
