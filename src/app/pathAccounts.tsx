import type { JSX } from "preact";
import { monthText } from "../model/calendar.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import type { RunSummary } from "../model/simulation/result.ts";
import type { PathTrace, TracedMonth } from "../model/simulation/trace.ts";
import { monthName } from "../text/dates.ts";
import { fixed, grouped, type MoneyUnit, moneyNumber, moneyUnit, nameWithUnit } from "../text/numbers.ts";
import { useBench } from "./bench.ts";
import { type DataRow, DataTable } from "./dataTable.tsx";
import { namesByMonth } from "./pathMonths.tsx";

/** Lines of money of an account from its opening to its closing; outgo is subtracted. */
const lines = [
  "openingBalance",
  "contributionIncome",
  "interestIncome",
  "subsidyIncome",
  "otherIncome",
  "benefitPayout",
  "otherOutgo",
  "moved",
  "fundBalance",
] as const;
type Line = (typeof lines)[number];

const accounts = ["pooledAccount", "turnoverFund", "reserveFund", "unremitted", "termDeposits", "pooledFund"] as const;

const outgo: ReadonlySet<Line> = new Set(["benefitPayout", "otherOutgo"]);
const balances: ReadonlySet<Line> = new Set(["openingBalance", "fundBalance"]);

/** Decimals in which money of one month is told: in yuan to the fen. */
const decimals: { readonly [unit in MoneyUnit]: number } = { yuan: 2, tenThousandYuan: 2, hundredMillionYuan: 4 };

/** The lines that are used in these months: money that nowhere moves between accounts has no line. */
function linesOf(months: readonly TracedMonth[]): readonly Line[] {
  return lines.filter((line) => line !== "moved" || months.some((month) => month.moved !== 0));
}

function amount(month: TracedMonth, line: Line, unit: MoneyUnit): string {
  if (month[line] === 0) return "0";
  return moneyNumber(outgo.has(line) ? -month[line] : month[line], unit, decimals[unit]);
}

function rateText(rate: number): string {
  return `${fixed(rate, 3, -2)}%`;
}

/** Opening balance, flows and closing balance of the whole fund in one month. */
export function MonthAccount({ trace, month }: { readonly trace: PathTrace; readonly month: number }): JSX.Element {
  const bench = useBench();
  const words = bench.words.value.paths;
  const unit = bench.unit.value;
  const flows = trace.pool[month];
  if (flows === undefined) return <></>;
  const rows: DataRow[] = linesOf([flows]).map((line) => ({
    head: words.lines[line],
    cells: [amount(flows, line, unit)],
    strong: balances.has(line),
  }));
  const { payableMonths, rateLevel } = flows;
  rows.push(
    {
      head: words.lines.payableMonths,
      cells: [payableMonths === null ? words.noDenominator : fixed(payableMonths, 2)],
    },
    { head: words.lines.rateLevel, cells: [rateText(rateLevel)] },
  );
  return (
    <div class="month-account">
      <DataTable
        caption={words.flows}
        columns={[words.item, nameWithUnit(words.fund, unit, bench.language.value)]}
        rows={rows}
      />
    </div>
  );
}

/** The same for every region, one below the other. */
export function RegionAccounts(props: {
  readonly trace: PathTrace;
  readonly summary: RunSummary;
  readonly month: number;
}): JSX.Element {
  const { trace, summary, month } = props;
  const bench = useBench();
  const all = bench.words.value;
  const words = all.paths;
  const unit = bench.unit.value;
  const language = bench.language.value;
  const months = trace.regions.flatMap((region) => region.months[month] ?? []);
  const shown = linesOf(months);
  const notional = Object.values(summary.regions).some((region) => region.notional);
  return (
    <details>
      <summary>{words.regions}</summary>
      <p class="small">{notional ? all.tables.notional : all.tables.real}</p>
      <DataTable
        caption={words.regions}
        columns={[
          nameWithUnit(words.region, unit, language),
          ...shown.map((line) => words.lines[line]),
          words.lines.payableMonths,
          words.lines.rateLevel,
        ]}
        rows={trace.regions.map((region, r) => {
          const flows = months[r];
          return {
            head: region.name[language],
            cells: flows === undefined ? [] : [...shown.map((line) => amount(flows, line, unit)), ...ratios(flows)],
          };
        })}
      />
    </details>
  );
}

/** In which account the money lies at the end of a month. */
export function AccountsOfMonth({ trace, month }: { readonly trace: PathTrace; readonly month: number }): JSX.Element {
  const bench = useBench();
  const words = bench.words.value.paths;
  const unit = bench.unit.value;
  const lying = trace.accounts[month];
  if (lying === undefined) return <></>;
  return (
    <details>
      <summary>{words.accounts}</summary>
      <div class="month-account">
        <DataTable
          caption={words.accounts}
          columns={[words.item, moneyUnit(unit, bench.language.value)]}
          rows={accounts
            .filter((account) => account !== "pooledFund" || lying.pooledFund !== 0)
            .map((account) => ({
              head: words.lines[account],
              cells: [lying[account] === 0 ? "0" : moneyNumber(lying[account], unit, decimals[unit])],
            }))}
        />
      </div>
    </details>
  );
}

/** Who paid the gaps of the path by calendar year, in yuan to the fen; absent where there was none. */
export function PathSharing(props: { readonly trace: PathTrace; readonly summary: RunSummary }): JSX.Element | null {
  const { trace, summary } = props;
  const bench = useBench();
  const words = bench.words.value.paths;
  const language = bench.language.value;
  const years = trace.sharing.filter(({ gap }) => Number(gap) !== 0);
  if (years.length === 0) return null;
  const amountOf = (payer: string, year: (typeof years)[number]): string =>
    grouped(year.parts.find((part) => part.payer === payer)?.amount ?? "0.00");
  const payers = Object.entries(summary.sharing).filter(([payer]) =>
    years.some((year) => Number(year.parts.find((part) => part.payer === payer)?.amount ?? 0) !== 0),
  );
  return (
    <details>
      <summary>{words.sharing}</summary>
      <DataTable
        caption={words.sharing}
        columns={[nameWithUnit(words.payer, "yuan", language), ...years.map(({ year }) => String(year))]}
        rows={[
          ...payers.map(([payer, { name }]) => ({
            head: name[language],
            cells: years.map((year) => amountOf(payer, year)),
          })),
          { head: words.sum, cells: years.map(({ gap }) => grouped(gap)), strong: true },
        ]}
      />
    </details>
  );
}

/** All months of a path with their flows and events. */
export function AllMonths(props: { readonly trace: PathTrace; readonly scenario: Scenario }): JSX.Element {
  const { trace, scenario } = props;
  const bench = useBench();
  const words = bench.words.value.paths;
  const unit = bench.unit.value;
  const language = bench.language.value;
  const shown = linesOf(trace.pool);
  const names = namesByMonth(trace, scenario, language);
  return (
    <details class="path-all">
      <summary>{words.all}</summary>
      <DataTable
        caption={words.all}
        columns={[
          nameWithUnit(words.month, unit, language),
          ...shown.map((line) => words.lines[line]),
          words.lines.payableMonths,
          words.lines.rateLevel,
          words.happened,
        ]}
        rows={trace.pool.map((flows, t) => ({
          head: monthName(monthText(trace.start, t), language),
          cells: [...shown.map((line) => amount(flows, line, unit)), ...ratios(flows), names.get(t) ?? ""],
        }))}
      />
    </details>
  );
}

function ratios({ payableMonths, rateLevel }: TracedMonth): string[] {
  return [payableMonths === null ? "–" : fixed(payableMonths, 2), rateText(rateLevel)];
}
