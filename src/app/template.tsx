import type { JSX } from "preact";
import type { Scenario } from "../model/scenario/schema.ts";
import { useBench } from "./bench.ts";

/** Saves a scenario as a file that can be edited and opened again. */
export function TemplateButton({ scenario }: { readonly scenario: Scenario }): JSX.Element {
  const words = useBench().words.value;
  return (
    <button type="button" class="quiet" onClick={() => save(scenario)}>
      {words.inputs.template}
    </button>
  );
}

function save(scenario: Scenario): void {
  const blob = new Blob([`${JSON.stringify(scenario, null, 2)}\n`], { type: "application/json" });
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = `${scenario.id}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
