import type { JSX } from "preact";

/** A choice of one of a few, side by side: radio buttons in a frame. */
export function Segments<Choice extends string>(props: {
  readonly legend: string;
  readonly name: string;
  readonly choices: readonly { readonly choice: Choice; readonly label: string; readonly lang?: string }[];
  readonly chosen: Choice;
  readonly onChoose: (choice: Choice) => void;
}): JSX.Element {
  return (
    <fieldset class="segments">
      <legend class="unseen">{props.legend}</legend>
      {props.choices.map(({ choice, label, lang }) => (
        <label key={choice} lang={lang}>
          <input
            type="radio"
            name={props.name}
            value={choice}
            checked={choice === props.chosen}
            onChange={() => props.onChoose(choice)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
