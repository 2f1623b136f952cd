import type { JSX } from "preact";
import { kindOf } from "../model/scenario/provenance.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import type { Words } from "../text/words.ts";
import { useBench } from "./bench.ts";
import { FileButton } from "./header.tsx";
import { TemplateButton } from "./template.tsx";

/** Says which figures are not official and how to put in one's own. */
export function Illustrative(props: { readonly scenario: Scenario; readonly marked?: boolean }): JSX.Element {
  const { scenario, marked = true } = props;
  const words = useBench().words.value;
  return (
    <aside class="illustrative" aria-label={words.illustrative.mark}>
      <p>
        {marked && <strong class="illustrative-mark">{words.illustrative.mark}</strong>}
        <span>
          {words.illustrative.why(illustrativeParts(scenario, words).join(words.illustrative.and))}
          <span class="invite">{words.illustrative.invite}</span>
        </span>
      </p>
      <p class="buttons">
        <TemplateButton scenario={scenario} />
        <FileButton label={words.inputs.choose} />
      </p>
    </aside>
  );
}

/** Which of payroll, opening balance and outgo are not facts. */
function illustrativeParts({ basis, opening }: Scenario, words: Words): string[] {
  const exposure =
    basis.kind === "fundLevel"
      ? basis.regions.map(({ payroll }) => payroll)
      : basis.regions.flatMap(({ headcount, contributionWage }) => [headcount, contributionWage]);
  const balances = basis.regions.map(({ openingBalance }) => openingBalance);
  const outgo = [...opening.history, ...opening.budgets].map(({ benefitPayout }) => benefitPayout);
  return [
    { name: words.illustrative.payroll, quantities: exposure },
    { name: words.illustrative.balance, quantities: balances },
    { name: words.illustrative.outgo, quantities: outgo },
  ]
    .filter(({ quantities }) => quantities.some((quantity) => kindOf(quantity) !== "fact"))
    .map(({ name }) => name);
}
