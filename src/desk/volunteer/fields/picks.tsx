import { useId } from 'react';

interface PicksProps<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
}

/** One of a few, each as large as a thumb. */
export function Picks<Id extends string>({ label, options, value, onChange }: PicksProps<Id>) {
  const name = useId();
  return (
    <fieldset className="picks">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.id} className="pick">
          <input
            type="radio"
            name={name}
            checked={option.id === value}
            onChange={() => onChange(option.id)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface TicksProps<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
}

/** Any of a few. */
export function Ticks<Id extends string>({ label, options, chosen, onChange }: TicksProps<Id>) {
  const toggle = (id: Id) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className="picks">
      <legend>{label}</legend>
      {options.map(({ id, label: words }) => (
        <label key={id} className="pick">
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
