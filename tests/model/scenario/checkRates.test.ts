import { expect, test } from "vitest";
import { applyChanges } from "../../../src/model/scenario/overlay.ts";
import { scenarioProblems } from "../../../src/model/scenario/parse.ts";
import { expectedText } from "../../../src/text/expectations.ts";
import { placeName } from "../../../src/text/places.ts";
import { detailedFile, nationalRates, place } from "../detailedFund.ts";
import { assumed, stillFund } from "../fund.ts";

const rates = assumed(nationalRates, "fraction");
const { basis, reason } = rates as { basis: unknown; reason: unknown };
const band = (level: number, cut: number): object => ({
  level: assumed(level, "months"),
  cut: assumed(cut, "fraction"),
});
const term = (from: string, to: string, more: object = {}): object => ({ from, to, basis, reason, ...more });
const cut = (more: object): object => ({
  kind: "byPayableMonths",
  bands: [band(18, 0.2), band(24, 0.5)],
  terms: [term("2023-05", "2024-12")],
  scope: assumed("pool", "reading"),
  ...more,
});
const uplift = (more: object): object => ({
  kind: "onApplication",
  appliesTo: assumed("all", "reading"),
  called: assumed("always", "reading"),
  observation: assumed("yearEnd", "reading"),
  threshold: assumed(0.2, "fraction"),
  factor: assumed(1.1, "ratio"),
  cap: assumed(1.5, "ratio"),
  effective: { kind: "january", lead: assumed(0, "months") },
  hold: assumed(12, "months"),
  ...more,
});
const limits = (more: object): object => ({
  cap: [assumed(3, "ratio")],
  floor: [assumed(0.6, "ratio")],
  newEntrants: assumed(0.1, "fraction"),
  cv: assumed(0.6, "ratio"),
  statedAt: { cap: assumed(3, "ratio"), floor: assumed(0.6, "ratio"), newEntrants: assumed(0.1, "fraction") },
  ...more,
});
const reliefTerm = (from: string, to: string): object => ({
  from,
  to,
  small: assumed(1, "fraction"),
  large: assumed(0.5, "fraction"),
});

const C = "rules.contribution";

test.each<[string, string, unknown, string, string, string]>([
  [
    "base rates out of order",
    `${C}.baseRates`,
    [
      { ...rates, from: "2024-01" },
      { ...rates, from: "2023-01" },
    ],
    `${C}.baseRates.1.from`,
    "应为按先后排列的日期",
    "Expected dates in order",
  ],
  [
    "seven classes",
    `${C}.baseRates`,
    [assumed(nationalRates.slice(1), "fraction")],
    `${C}.baseRates.0.value`,
    "应为 8 个行业风险类别",
    "Expected 8 industry classes",
  ],
  [
    "base rates that begin after the start",
    `${C}.baseRates`,
    [{ ...rates, from: "2024-02" }],
    `${C}.baseRates.0.from`,
    "应为自 2024-01 起即已执行的数值",
    "Expected a value in force from 2024-01 on",
  ],
  [
    "a base rate without a source",
    `${C}.baseRates`,
    [{ value: nationalRates, unit: "fraction" }],
    `${C}.baseRates.0`,
    "应写明 source（document、article），或 basis 并附 reason",
    'Expected a "source" {document, article}, or a "basis" with "reason"',
  ],
  [
    "the higher of former and standard without former rates",
    `${C}.cityRates`,
    { kind: "higherOfFormerAndStandard" },
    "basis.regions.0.formerRates",
    "应为当地统一前的基准费率（就高执行必需）",
    'Expected base rates of the place, which cityRates "higherOfFormerAndStandard" needs',
  ],
  [
    "own rates without a table",
    `${C}.cityRates`,
    { kind: "own" },
    "basis.regions.0.ownBaseRates",
    "应为当地自有的基准费率（各地自定费率必需）",
    'Expected base rates of the place, which cityRates "own" needs',
  ],
  [
    "an own table that begins after the start",
    "basis.regions",
    [place("a", { ownBaseRates: [{ ...rates, from: "2030-01" }] })],
    "basis.regions.0.ownBaseRates.0.from",
    "应为自 2024-01 起即已执行的数值",
    "Expected a value in force from 2024-01 on",
  ],
  [
    "former rates of nine classes",
    "basis.regions",
    [place("a", { formerRates: assumed([...nationalRates, 0.02], "fraction") })],
    "basis.regions.0.formerRates.value",
    "应为 8 个行业风险类别",
    "Expected 8 industry classes",
  ],
  [
    "an uplift that could only lower rates",
    `${C}.localUplift`,
    uplift({ cap: assumed(0.9, "ratio") }),
    `${C}.localUplift.cap.value`,
    "应为 ≥ 1 的数",
    "Expected at least 1",
  ],
  [
    "a factor below 1",
    `${C}.localUplift`,
    uplift({ factor: assumed(0.99, "ratio") }),
    `${C}.localUplift.factor.value`,
    "应为 ≥ 1 的数",
    "Expected at least 1",
  ],
  [
    "an uplift called at a line that there is not",
    `${C}.localUplift`,
    uplift({ called: assumed("watch", "reading") }),
    `${C}.localUplift.called.value`,
    "应为 “act”（只有这一条线）",
    'Expected "act", the only line',
  ],
  [
    "an exit above the threshold",
    `${C}.localUplift`,
    uplift({ exit: assumed(0.3, "fraction") }),
    `${C}.localUplift.exit.value`,
    "应为 ≤ 0.2 的数",
    "Expected at most 0.2",
  ],
  [
    "bands that do not rise",
    `${C}.phasedCut`,
    cut({ bands: [band(24, 0.2), band(18, 0.5)] }),
    `${C}.phasedCut.bands.1.level.value`,
    "应为由低到高的各档",
    "Expected bands that rise",
  ],
  [
    "two bands at one level",
    `${C}.phasedCut`,
    cut({ bands: [band(18, 0.2), band(18, 0.5)] }),
    `${C}.phasedCut.bands.1.level.value`,
    "应为由低到高的各档",
    "Expected bands that rise",
  ],
  [
    "a smaller cut for more months",
    `${C}.phasedCut`,
    cut({ bands: [band(18, 0.5), band(24, 0.2)] }),
    `${C}.phasedCut.bands.1.cut.value`,
    "应为由低到高的各档",
    "Expected bands that rise",
  ],
  [
    "terms that overlap",
    `${C}.phasedCut`,
    cut({ terms: [term("2023-05", "2024-04"), term("2024-04", "2025-04")] }),
    `${C}.phasedCut.terms.1.from`,
    "应为晚于 2024-04 的月份（各期不得重叠）",
    "Expected a month after 2024-04; terms do not overlap",
  ],
  [
    "a term that ends before it begins",
    `${C}.phasedCut`,
    cut({ terms: [term("2024-05", "2024-04")] }),
    `${C}.phasedCut.terms.0.to`,
    "应为不早于 2024-05 的月份",
    "Expected a month not before 2024-05",
  ],
  [
    "a term tested after it began",
    `${C}.phasedCut`,
    cut({ terms: [term("2024-05", "2025-04", { testedOn: "2024-05" })] }),
    `${C}.phasedCut.terms.0.testedOn`,
    "应为早于 2024-05 的月份",
    "Expected a month before 2024-05",
  ],
  [
    "a term without a source",
    `${C}.phasedCut`,
    cut({ terms: [{ from: "2024-05", to: "2025-04" }] }),
    `${C}.phasedCut.terms.0`,
    "应写明 source（document、article），或 basis 并附 reason",
    'Expected a "source" {document, article}, or a "basis" with "reason"',
  ],
  [
    "a uniform cut that ends before it begins",
    `${C}.phasedCut`,
    cut({ kind: "uniform", cut: assumed(0.2, "fraction"), from: "2020-05", to: "2020-04" }),
    `${C}.phasedCut.to`,
    "应为不早于 2020-05 的月份",
    "Expected a month not before 2020-05",
  ],
  [
    "terms of relief that overlap",
    `${C}.relief`,
    {
      kind: "bySize",
      smallShare: assumed(0.4, "fraction"),
      terms: [reliefTerm("2020-02", "2020-06"), reliefTerm("2020-06", "2020-12")],
    },
    `${C}.relief.terms.1.from`,
    "应为晚于 2020-06 的月份（各期不得重叠）",
    "Expected a month after 2020-06; terms do not overlap",
  ],
  [
    "a floor on the cap",
    `${C}.contributionBase`,
    limits({ floor: [assumed(3, "ratio")] }),
    `${C}.contributionBase.floor.0.value`,
    "应为小于上限 3 的数",
    "Expected less than the cap 3",
  ],
  [
    "limits that begin after the start",
    `${C}.contributionBase`,
    limits({ cap: [{ ...assumed(3, "ratio"), from: "2025-01" }] }),
    `${C}.contributionBase.cap.0.from`,
    "应为自 2024-01 起即已执行的数值",
    "Expected a value in force from 2024-01 on",
  ],
])("%s is refused with its place and the reason in both languages", (_, at, value, path, zh, en) => {
  const problems = scenarioProblems(detailedFile({ [at]: value }));
  expect(problems.map((problem) => problem.path)).toEqual([path]);
  const [{ expected } = { expected: "" }] = problems;
  expect([expectedText(expected, "zh"), expectedText(expected, "en")]).toEqual([zh, en]);
  expect(placeName(path, "zh")).toMatch(/^[^A-Za-z]+$/);
  expect(placeName(path, "en")).toMatch(/^[\x20-\x7e–]+$/);
});

test("what the rules ask for is accepted", () => {
  const sound = {
    "basis.regions": [place("a", { formerRates: rates, ownBaseRates: [rates] })],
    [`${C}.cityRates`]: { kind: "own" },
    [`${C}.localUplift`]: uplift({ exit: assumed(0.2, "fraction") }),
    [`${C}.phasedCut`]: cut({
      terms: [term("2023-05", "2024-12", { testedOn: "2023-04" }), term("2025-01", "2025-01")],
    }),
    [`${C}.contributionBase`]: limits({}),
  };
  expect(scenarioProblems(detailedFile(sound))).toEqual([]);
});

test("a fund that knows no classes has no rates by place", () => {
  const [problem] = scenarioProblems(applyChanges(stillFund, { [`${C}.cityRates`]: { kind: "own" } }));
  expect(problem?.path).toBe(`${C}.cityRates.kind`);
  expect(expectedText(problem?.expected ?? "", "zh")).toBe("应为 “standard”（总量口径不分行业类别）");
});
