import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import type { Figure } from "../charts/figure.ts";
import { isIllustrative } from "../model/scenario/provenance.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import type { RunSummary } from "../model/simulation/result.ts";
import { Answer } from "./answer.tsx";
import { partOf, type Shown, useBench } from "./bench.ts";
import { chartCode } from "./chartCode.ts";
import { chartContext, chartLook } from "./chartLook.ts";
import { Illustrative } from "./illustrative.tsx";
import { Picture } from "./picture.tsx";
import { RuleTables } from "./ruleTables.tsx";

/** The first screen: the sentence, four numbers, the fan, income against payout, and the probability by year. */
export function Results({ shown }: { readonly shown: Shown }): JSX.Element {
  const bench = useBench();
  const place = Math.min(bench.chosen.value, shown.outcome.summaries.length - 1);
  const summary = shown.outcome.summaries[place];
  const scenario = shown.request.scenarios[place];
  if (summary === undefined || scenario === undefined) return <p>{bench.words.value.status.nothing}</p>;
  return (
    <>
      <Answer summary={summary} scenario={scenario} />
      {isIllustrative(scenario) && <Illustrative scenario={scenario} marked={false} />}
      <Pictures summary={summary} scenario={scenario} shown={shown} place={place} />
      <RuleTables summary={summary} />
    </>
  );
}

function Pictures(props: {
  readonly summary: RunSummary;
  readonly scenario: Scenario;
  readonly shown: Shown;
  readonly place: number;
}): JSX.Element {
  const { summary, scenario, shown, place } = props;
  const bench = useBench();
  const drawn = [{ scenario, summary }];
  const seen = [summary, bench.language.value, bench.unit.value, partOf(shown, bench)];
  const fan = useCallback(async (width: number): Promise<Figure> => {
    const { payableMonthsFan } = await chartCode.fan();
    return payableMonthsFan(summary, chartContext(scenario, place), { ...chartLook(shown, drawn, bench), width });
  }, seen);
  const flows = useCallback(async (width: number): Promise<Figure> => {
    const { flowsByYear } = await chartCode.flows();
    return flowsByYear(summary, chartContext(scenario, place), { ...chartLook(shown, drawn, bench), width });
  }, seen);
  const firing = useCallback(async (width: number): Promise<Figure> => {
    const { firingYears } = await chartCode.firing();
    return firingYears(summary, chartContext(scenario, place), { ...chartLook(shown, drawn, bench), width });
  }, seen);
  return (
    <section class="pictures" aria-label={bench.words.value.figures.label}>
      <Picture draw={fan} id="fan" />
      <div class="pair">
        <Picture draw={flows} id="flows" />
        <Picture draw={firing} id="firing" />
      </div>
    </section>
  );
}
