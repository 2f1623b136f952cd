import type { JSX } from "preact";
import { count } from "../text/numbers.ts";
import { partOf, type Shown, useBench } from "./bench.ts";

/** What the picture below is, where it is not the full result of what is chosen now. */
export function ResultNotice({ shown }: { readonly shown: Shown }): JSX.Element | null {
  const bench = useBench();
  const { status } = bench.words.value;
  const part = partOf(shown, bench);
  const paths = count(shown.outcome.paths);
  if (bench.stale.value) {
    const run = status.runLabel(titleOf(shown, bench.chosen.value, bench.language.value), shown.request.seed, paths);
    const label = part === undefined ? run : status.runPart(run, count(shown.request.paths));
    return <p class="notice notice-stale">{status.stale(label)}</p>;
  }
  if (part === undefined) return null;
  return <p class="notice notice-provisional">{part === "preview" ? status.preview(paths) : status.partial(paths)}</p>;
}

/** Title of the scenario on show, with its own name where it is an alternative. */
export function titleOf({ request }: Shown, chosen: number, language: "zh" | "en"): string {
  const place = Math.min(chosen, request.scenarios.length - 1);
  const scenario = request.scenarios[place] ?? request.scenarios[0];
  const title = scenario?.title[language] ?? "";
  const own = place === 0 ? undefined : scenario?.alternative?.[language];
  if (own === undefined) return title;
  return language === "zh" ? `${title}（${own}）` : `${title} (${own})`;
}
