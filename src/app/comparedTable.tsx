import type { JSX } from "preact";
import { monthText } from "../model/calendar.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import type { RunDifference, RunSummary } from "../model/simulation/result.ts";
import { monthEnd } from "../text/dates.ts";
import { differOnlyInMeasure } from "./alike.ts";
import { type Bench, useBench } from "./bench.ts";
import { type Cell, closingCell, delayCell, eventCell, lineText, yearCell } from "./comparedCells.ts";
import { nameOf } from "./rail.tsx";

/** One of the scenarios that ran together, with its difference from the baseline. */
export interface Member {
  readonly place: number;
  readonly scenario: Scenario;
  readonly summary: RunSummary;
  readonly difference: RunDifference | undefined;
}

interface Column {
  readonly id: string;
  readonly name: string;
  readonly cell: (member: Member) => Cell;
}

/** Numbers of the members, the baseline first, each with its paired difference. */
export function ComparedTable({ members }: { readonly members: readonly Member[] }): JSX.Element {
  const bench = useBench();
  const words = bench.words.value;
  const language = bench.language.value;
  const columns = columnsOf(members, bench);
  const rows = members.map((member) => ({
    member,
    cells: columns.map((column) => ({ column, ...column.cell(member) })),
  }));
  const compared = rows.filter(({ member }) => member.difference?.identical === false);
  const same = compared.some(({ cells }) => cells.some((cell) => cell.same));
  const sameByRule = compared.some(
    ({ member, cells }) =>
      cells.some(isSameEvent) && members[0] !== undefined && differOnlyInMeasure(members[0].scenario, member.scenario),
  );
  return (
    <>
      <table class="compared">
        <caption class="unseen">{words.comparison.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.comparison.scenario}</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ member, cells }) => (
            <tr key={member.scenario.id}>
              <th scope="row">{nameOf(member.scenario, member.place, words, language)}</th>
              {cells.map((cell) => (
                <td key={cell.column.id} data-column={cell.column.id} data-label={cell.column.name}>
                  <CellText cell={cell} identical={member.difference?.identical === true} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small">
        {words.comparison.errors}
        {same && words.comparison.sameMeans}
        {sameByRule && words.comparison.sameWhy}
      </p>
    </>
  );
}

function isSameEvent({ same, column }: Cell & { readonly column: Column }): boolean {
  return same === true && (column.id === "watch" || column.id === "act");
}

function columnsOf(members: readonly Member[], bench: Bench): Column[] {
  const words = bench.words.value.comparison;
  const first = members[0];
  if (first === undefined) return [];
  const closing = monthEnd(monthText(first.summary.start, first.summary.months - 1), bench.language.value);
  const columns: Column[] = [];
  for (const id of ["watch", "act"] as const) {
    const levels = levelsOf(members, id);
    if (levels.length === 0) continue;
    const mixed = levels.length > 1 || members.some(({ summary }) => summary.triggers[id] === undefined);
    columns.push({
      id,
      name: mixed ? words.ownLine[id] : words[id](lineText(levels[0])),
      cell: (member) => eventCell(member, first, id, mixed, bench),
    });
  }
  if (members.some(({ summary }) => summary.triggers["budgetDeficit"] !== undefined)) {
    columns.push({
      id: "budgetDeficit",
      name: words.budgetDeficit,
      cell: (member) => eventCell(member, first, "budgetDeficit", false, bench),
    });
  }
  columns.push({
    id: "cannotPay",
    name: words.cannotPay,
    cell: (member) => eventCell(member, first, "depletion", false, bench),
  });
  const acts = levelsOf(members, "act");
  if (acts.length > 0) {
    const mixed = acts.length > 1;
    columns.push(
      {
        id: "year",
        name: mixed ? words.yearOfOwnLine : words.yearIfFired(lineText(acts[0])),
        cell: (member) => yearCell(member, mixed, bench),
      },
      { id: "delay", name: words.delay, cell: (member) => delayCell(member, first, bench) },
    );
  }
  columns.push({ id: "closing", name: words.closing(closing), cell: (member) => closingCell(member, bench) });
  return columns;
}

/** The different lines of this name among the members. */
function levelsOf(members: readonly Member[], id: "watch" | "act"): number[] {
  return [
    ...new Set(
      members.flatMap(({ summary }) => {
        const level = summary.triggers[id]?.level;
        return level === undefined || level === null ? [] : [level];
      }),
    ),
  ];
}

function CellText({ cell, identical }: { readonly cell: Cell; readonly identical: boolean }): JSX.Element {
  const words = useBench().words.value.comparison;
  const { difference, note } = cell;
  return (
    <>
      {cell.event !== undefined && <span class="event small">{cell.event}</span>}
      <b>{cell.value}</b>
      {cell.error !== undefined && cell.error !== "" && <span class="small"> {cell.error}</span>}
      {identical && <span class="difference small">{words.identical}</span>}
      {!identical && note !== undefined && <span class="difference small">{note}</span>}
      {!identical && note === undefined && cell.same === true && <span class="difference small">{words.same}</span>}
      {!identical && note === undefined && cell.same !== true && difference !== undefined && (
        <span class="difference">
          {difference.clear ? difference.value : words.tie}
          <span class="small"> {words.interval(difference.interval)}</span>
        </span>
      )}
    </>
  );
}
