import fc from "fast-check";
import { expect, test } from "vitest";
import { monthTicks, spans, ticks } from "../../src/charts/axis.ts";
import { firingByYear } from "../../src/charts/firingByYear.ts";
import { freePlace } from "../../src/charts/freePlace.ts";
import { spread } from "../../src/charts/labels.ts";
import { moneyScale } from "../../src/charts/moneyScale.ts";
import { moneyStep, moneyWords } from "../../src/charts/moneyWords.ts";
import { textWidth, wrap, wrapFull } from "../../src/charts/wrap.ts";
import { runSummary } from "./runSummary.ts";

/** A thousandth of a pixel: no eye sees it. */
const UNSEEN = 1e-3;

test("Chinese breaks anywhere but before closing and after opening punctuation, and numbers keep their units", () => {
  expect(wrap("各月末可支付月数（按当年预算支出合计），单位：个月", 12 * 12, 12)).toEqual([
    "各月末可支付月数",
    "（按当年预算支出合",
    "计），单位：个月",
  ]);
  expect(wrap("到 2024 年底跌破 9 个月", 80, 12)).toEqual(["到 2024 年底", "跌破 9 个月"]);
});

test("wrapped lines hold the same text, fit, and neither start with closing nor end with opening punctuation", () => {
  const word = fc.constantFrom("工伤", "保险", "基金，", "（按", "支出）", "9 个月", "Wuxi ", "100m ", "。", "“基线”");
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.integer({ min: 90, max: 400 }), (parts, width) => {
      const text = parts.join("").trim();
      fc.pre(!/[，。）”（“]{2}|^[，。）”]|[（“]$/.test(text));
      const lines = wrap(text, width, 12);
      expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      for (const line of lines) {
        expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
        expect(line).not.toMatch(/^[，。）”]|[（“]$/);
      }
    }),
  );
});

test("labels spread without touching, in order, and only as far as they must", () => {
  const box = fc.record({
    centre: fc.double({ min: 0, max: 300, noNaN: true }),
    height: fc.integer({ min: 8, max: 30 }),
  });
  fc.assert(
    fc.property(fc.array(box, { minLength: 1, maxLength: 9 }), (wanted) => {
      const centres = spread(wanted, 0, 300);
      const edges = wanted
        .map(({ centre, height }, i) => ({ centre, top: centres[i] - height / 2, bottom: centres[i] + height / 2 }))
        .sort((a, b) => a.top - b.top);
      expect(edges[0].top).toBeGreaterThanOrEqual(-UNSEEN);
      expect(edges[edges.length - 1].bottom).toBeLessThanOrEqual(300 + UNSEEN);
      edges.slice(1).forEach((edge, i) => {
        expect(edge.top).toBeGreaterThanOrEqual(edges[i].bottom - UNSEEN);
        expect(edge.centre).toBeGreaterThanOrEqual(edges[i].centre);
      });
    }),
  );
  expect(
    spread(
      [
        { centre: 50, height: 10 },
        { centre: 100, height: 10 },
      ],
      0,
      300,
    ),
  ).toEqual([50, 100]);
  expect(
    spread(
      [
        { centre: 100, height: 10 },
        { centre: 100, height: 10 },
      ],
      0,
      300,
    ),
  ).toEqual([95, 105]);
});

test("years of a horizon that starts in July, and quarters of a short one", () => {
  expect(spans("2021-07", 24, "zh")).toEqual([
    { from: 0, to: 6, label: "2021" },
    { from: 6, to: 18, label: "2022" },
    { from: 18, to: 24, label: "2023" },
  ]);
  expect(spans("2021-02", 6, "en").map(({ from, to, label }) => [from, to, label])).toEqual([
    [0, 2, "Q1 2021"],
    [2, 5, "Q2 2021"],
    [5, 6, "Q3 2021"],
  ]);
});

test("ticks cover what is shown, and those of payable months hold the lines of 9 and 12", () => {
  expect(monthTicks(0, 13.8, 8).values).toEqual([0, 3, 6, 9, 12, 15]);
  expect(ticks(-0.08, 2.4, 7).values).toEqual([-0.5, 0, 0.5, 1, 1.5, 2, 2.5]);
  const { found, name } = moneyScale(0, 1.31e9, 7, "hundredMillionYuan", "zh");
  expect(found.values.map(name)).toEqual(["0", "2", "4", "6", "8", "10", "12", "14"]);
  expect(
    moneyScale(0, 24_000, 6, "tenThousandYuan", "zh").found.values.map(
      moneyScale(0, 24_000, 6, "tenThousandYuan", "zh").name,
    ),
  ).toEqual(["0.0", "0.5", "1.0", "1.5", "2.0", "2.5"]);
});

/** 10 paths of 100 each month from the fourth to the sixth, 20 in the thirteenth. */
test("first firings by year are the differences of the probabilities of having fired", () => {
  const summary = runSummary({
    start: "2021-01",
    months: 18,
    paths: 100,
    act: (t) => (t > 2 && t < 6 ? 10 : t === 12 ? 20 : 0),
  });
  const years = firingByYear(summary.triggers["act"], "2021-01", 100);
  expect(years.map(({ year, from, to, cumulative }) => [year, from, to, cumulative.estimate])).toEqual([
    [2021, 0, 12, 0.3],
    [2022, 12, 18, 0.5],
  ]);
  expect(years.map(({ probability }) => probability.estimate)).toEqual([0.3, 0.2]);
  expect(years[1].probability.standardError).toBeCloseTo(Math.sqrt((0.2 * 0.8) / 100), 12);
});

test("axes in single yuan have short names, and other units plain ones", () => {
  const names = (language: "zh" | "en") => {
    const { found, name } = moneyScale(0, 1.3e9, 6, "yuan", language);
    return found.values.map(name);
  };
  expect(names("zh")).toEqual(["0", "5 亿", "10 亿", "15 亿"]);
  expect(names("en")).toEqual(["0", "0.5bn", "1.0bn", "1.5bn"]);
});

/** 164,150,398 yuan with a half-width of 2.3 million: the millions are the last known place. */
test("money is stated to the place that its error allows, and to four digits at most", () => {
  const yuan = 164_150_398.02;
  const stated = (halfWidth: number, unit: "yuan" | "tenThousandYuan" | "hundredMillionYuan") =>
    moneyWords(yuan, moneyStep(yuan, halfWidth, unit), unit, "zh");
  expect(stated(2.3e6, "yuan")).toBe("164\u202f000\u202f000 元");
  expect(stated(0, "yuan")).toBe("164\u202f200\u202f000 元");
  expect(stated(2.3e6, "tenThousandYuan")).toBe("16\u202f400 万元");
  expect(stated(2.3e6, "hundredMillionYuan")).toBe("1.64 亿元");
  expect(stated(2.3e7, "hundredMillionYuan")).toBe("1.6 亿元");
  expect(moneyWords(yuan, 1e6, "hundredMillionYuan", "en")).toBe("1.64 hundred million yuan");
  expect(moneyStep(0, 0, "yuan")).toBe(1);
});

test("a label takes the first place that nothing taken touches and the fewest curves cross", () => {
  const box = (left: number) => ({ left, right: left + 20, top: 0, bottom: 10 });
  const slope = [
    { x: 0, y: 5 },
    { x: 40, y: 5 },
    { x: 45, y: 50 },
    { x: 100, y: 50 },
  ];
  expect(freePlace([box(10), box(50), box(70)], [slope])).toEqual(box(50));
  expect(freePlace([box(10), box(50), box(70)], [slope], [box(35)])).toEqual(box(70));
  expect(freePlace([box(10)], [], [box(20)])).toBeUndefined();
});

test("titles fill their lines unless little would stand on the last", () => {
  const title = "平均而言支出合计高于收入";
  expect(wrapFull(title, 16 * 8, 16)).toEqual(["平均而言支出合计", "高于收入"]);
  expect(wrapFull(title, 16 * 11, 16)).toEqual(["平均而言支出", "合计高于收入"]);
});
