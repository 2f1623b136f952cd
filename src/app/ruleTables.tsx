import type { JSX } from "preact";
import type { MoneySummary, RunSummary } from "../model/simulation/result.ts";
import { count, fixed, grouped, nameWithUnit, unitPowers } from "../text/numbers.ts";
import { type Bench, useBench } from "./bench.ts";
import { type DataRow, DataTable } from "./dataTable.tsx";
import { meanCell } from "./meanText.ts";

type TallySummary = RunSummary["tallies"][string];

const groups = ["income", "rateStep", "benefitItem", "sharing", "account", "budget"] as const;

/** Tables with more rows than this begin closed. */
const LONG = 6;

/** What the rules bring and cost by calendar year: who pays a gap, and every group of sums that the rules keep. */
export function RuleTables({ summary }: { readonly summary: RunSummary }): JSX.Element {
  const bench = useBench();
  const words = bench.words.value.tables;
  const tallies = Object.entries(summary.tallies);
  return (
    <section class="rule-tables" aria-labelledby="rule-tables">
      <h2 id="rule-tables">{words.title}</h2>
      <p class="small">{words.lead}</p>
      <Payers summary={summary} />
      <PayersByRegion summary={summary} />
      {groups.map((group) => {
        const members = tallies.filter(([, tally]) => tally.group === group);
        return members.length === 0 ? null : (
          <YearTable
            key={group}
            title={words.groups[group]}
            members={members.map(([id, tally]) => ({ ...tally, id, name: nameOf(tally, summary, bench) }))}
          />
        );
      })}
    </section>
  );
}

/** Who pays a gap, and whether the accounts of regions are real or notional. */
function Payers({ summary }: { readonly summary: RunSummary }): JSX.Element {
  const bench = useBench();
  const words = bench.words.value.tables;
  const language = bench.language.value;
  const payers = Object.entries(summary.sharing).map(([id, { name, total, byYear }]) => {
    return { id, name: name[language], unit: "yuan" as const, total, byYear };
  });
  const regions = Object.values(summary.regions);
  const hasGap = payers.some(({ total }) => total.mean > 0);
  return (
    <>
      {hasGap ? (
        <YearTable title={words.payers} members={payers} />
      ) : (
        <p>
          {words.payers}
          {bench.words.value.comparison.colon} {words.noGap}
        </p>
      )}
      {regions.length > 1 && (
        <p class="small">{regions.some(({ notional }) => notional) ? words.notional : words.real}</p>
      )}
    </>
  );
}

/** Who pays the gaps of each region over the whole run; absent where sharing is not told by region. */
function PayersByRegion({ summary }: { readonly summary: RunSummary }): JSX.Element | null {
  const bench = useBench();
  const words = bench.words.value.tables;
  const language = bench.language.value;
  const totals = new Map(
    Object.entries(summary.tallies)
      .filter(([, { group, region, total }]) => group === "sharing" && region !== undefined && total.mean !== 0)
      .map(([id, { total }]) => [id, total]),
  );
  const regions = Object.entries(summary.regions);
  const payers = Object.entries(summary.sharing).filter(([payer]) =>
    regions.some(([region]) => totals.has(`sharing.${payer}.${region}`)),
  );
  if (payers.length === 0) return null;
  return (
    <details open={regions.length <= LONG}>
      <summary>{words.byRegion}</summary>
      <DataTable
        caption={words.byRegion}
        columns={[
          nameWithUnit(words.region, bench.unit.value, language),
          ...payers.map(([, { name }]) => name[language]),
        ]}
        rows={regions.map(([region, { name }]) => ({
          head: name[language],
          cells: payers.map(([payer]) => {
            const total = totals.get(`sharing.${payer}.${region}`);
            return total === undefined ? "0" : <Mean key={payer} sum={total} unit="yuan" />;
          }),
        }))}
      />
    </details>
  );
}

/** Name of a tally, with its region before it where it has one. */
function nameOf({ name, region }: TallySummary, { regions }: RunSummary, { language }: Bench): string {
  const own = name[language.value];
  const place = region === undefined ? undefined : regions[region]?.name[language.value];
  const shown = place === undefined || own.includes(place) ? own : `${place} · ${own}`;
  return shown.slice(0, 1).toUpperCase() + shown.slice(1);
}

interface Member {
  readonly id: string;
  readonly name: string;
  readonly unit: "yuan" | "count";
  readonly total: MoneySummary;
  readonly byYear: readonly ({ readonly year: number } & MoneySummary)[];
}

function YearTable(props: { readonly title: string; readonly members: readonly Member[] }): JSX.Element {
  const { title, members } = props;
  const bench = useBench();
  const words = bench.words.value.tables;
  const told = members.length > LONG ? members.filter(({ total }) => total.mean !== 0) : members;
  const zeros = members.length - told.length;
  const hasMoney = members.some(({ unit }) => unit === "yuan");
  const item = hasMoney ? nameWithUnit(words.item, bench.unit.value, bench.language.value) : words.item;
  const years = members[0]?.byYear.map(({ year }) => String(year)) ?? [];
  const rows = told.map(({ name, unit, total, byYear }): DataRow => {
    const means = byYear.map((sum) => <Mean key={sum.year} sum={sum} unit={unit} />);
    return {
      head: (
        <>
          {name} {unit === "count" && <span class="small">{words.count}</span>}
        </>
      ),
      cells: [<Mean key="total" sum={total} unit={unit} />, <Range key="range" sum={total} unit={unit} />, ...means],
    };
  });
  return (
    <details class="by-year" open={told.length > 0 && told.length <= LONG}>
      <summary>
        {title} <span class="small">{words.rows(count(told.length))}</span>
      </summary>
      <DataTable caption={title} columns={[item, words.total, words.range, ...years]} rows={rows} />
      {zeros > 0 && <p class="small">{words.zeros(count(zeros))}</p>}
    </details>
  );
}

function Mean(props: { readonly sum: MoneySummary; readonly unit: Member["unit"] }): JSX.Element {
  const bench = useBench();
  const { value, error } = meanCell(props.sum.mean, props.sum.standardError, powerOf(props.unit, bench));
  return (
    <>
      {value} {error !== "" && <span class="small">{error}</span>}
    </>
  );
}

/** 5 % to 95 % of the paths. */
function Range(props: { readonly sum: MoneySummary; readonly unit: Member["unit"] }): JSX.Element {
  const bench = useBench();
  const { p5, p95 } = props.sum;
  const power = powerOf(props.unit, bench);
  const shown = (value: number): string => (value === 0 ? "0" : grouped(fixed(value, power === 8 ? 2 : 0, power)));
  return <>{shown(p5) === shown(p95) ? shown(p5) : `${shown(p5)}–${shown(p95)}`}</>;
}

function powerOf(unit: Member["unit"], bench: Bench): number {
  return unit === "count" ? 0 : unitPowers[bench.unit.value];
}
