/** One of several, in a form that is an address. */
export const Choice = ({
  id,
  name,
  label,
  none,
  options,
  chosen,
}: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** The words for not choosing. */
  readonly none?: string;
  readonly options: Readonly<Record<string, string>>;
  readonly chosen?: string | undefined;
}) => (
  <div class="ds-field">
    <label class="ds-label" for={id}>
      {label}
    </label>
    <select class="ds-input" id={id} name={name}>
      {none !== undefined && <option value="">{none}</option>}
      {Object.entries(options).map(([key, option]) => (
        <option value={key} selected={key === chosen}>
          {option}
        </option>
      ))}
    </select>
  </div>
);
