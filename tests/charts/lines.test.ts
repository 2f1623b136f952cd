import { expect, test } from "vitest";
import { callingEvents, watchedLines } from "../../src/charts/lines.ts";
import { zonesOf } from "../../src/charts/zones.ts";
import type { RunSummary } from "../../src/model/simulation/result.ts";
import { runSummary } from "./runSummary.ts";

const summary = runSummary({ start: "2024-01", months: 24, paths: 100 });
const event = summary.triggers["act"];
if (event === undefined) throw new Error("a summary without the trigger act");
const withLevels = (levels: Readonly<Record<string, number | null>>): RunSummary => ({
  ...summary,
  triggers: Object.fromEntries(Object.entries(levels).map(([id, level]) => [id, { ...event, level }])),
});

test.each([
  ["a band", { watch: 12, act: 9 }, ["watch 12", "act 9"], ["9–12", "9"]],
  ["one line", { act: 12 }, ["act 12"], ["12"]],
  ["a corridor: its upper edge is a line without a zone", { excess: 4, act: 2 }, ["excess 4", "act 2"], ["2"]],
  ["no line", {}, [], []],
  ["a budget in deficit, which is no line", { budgetDeficit: null }, [], []],
])("%s", (_, levels, lines, zones) => {
  const found = watchedLines(withLevels(levels));
  expect(found.map(({ role, level }) => `${role} ${level}`)).toEqual(lines);
  const named = zonesOf(found, 0, "en").map(({ name }) => name.match(/[\d–]+/)?.[0]);
  expect(named).toEqual(zones);
});

test("bars of a budget in deficit stand where the bars of a line would", () => {
  expect(callingEvents(withLevels({ budgetDeficit: null })).map(({ role, level }) => [role, level])).toEqual([
    ["act", null],
  ]);
  expect(callingEvents(withLevels({ act: 9 })).map(({ level }) => level)).toEqual([9]);
  expect(callingEvents(withLevels({})).map(({ what, level }) => [what, level])).toEqual([["cannotPay", null]]);
});
