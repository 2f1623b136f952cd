import type { JSX } from "preact";
import { nameWithUnit, unitPowers } from "../text/numbers.ts";
import { useBench } from "./bench.ts";
import type { Member } from "./comparedTable.tsx";
import { DataTable } from "./dataTable.tsx";
import { meanCell } from "./meanText.ts";
import { nameOf } from "./rail.tsx";

/** Who pays the gaps under each alternative, means over the whole run; absent where no path of any has a gap. */
export function ComparedPayers({ members }: { readonly members: readonly Member[] }): JSX.Element | null {
  const bench = useBench();
  const all = bench.words.value;
  const language = bench.language.value;
  const unit = bench.unit.value;
  const payers = new Map(
    members.flatMap(({ summary }) =>
      Object.entries(summary.sharing)
        .filter(([, { total }]) => total.mean > 0)
        .map(([id, { name }]) => [id, name[language]] as const),
    ),
  );
  if (payers.size === 0) return null;
  const caption = all.comparison.payers;
  return (
    <div class="compared-payers">
      <h2>{caption}</h2>
      <DataTable
        caption={caption}
        columns={[nameWithUnit(all.comparison.scenario, unit, language), ...payers.values()]}
        rows={members.map(({ scenario, place, summary }) => ({
          head: nameOf(scenario, place, all, language),
          cells: [...payers.keys()].map((id) => {
            const total = summary.sharing[id]?.total;
            if (total === undefined) return "–";
            const { value, error } = meanCell(total.mean, total.standardError, unitPowers[unit]);
            return (
              <>
                {value} {error !== "" && <span class="small">{error}</span>}
              </>
            );
          }),
        }))}
      />
    </div>
  );
}
