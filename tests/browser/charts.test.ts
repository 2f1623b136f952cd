import axe from "axe-core";
import { afterEach, beforeAll, expect, test } from "vitest";
import { page } from "vitest/browser";
import { comparison } from "../../src/charts/comparison.ts";
import type { ChartContext } from "../../src/charts/context.ts";
import { differenceChart } from "../../src/charts/difference.ts";
import { payableMonthsFan } from "../../src/charts/fan.ts";
import type { ChartSize, Figure } from "../../src/charts/figure.ts";
import { firingYears } from "../../src/charts/firing.ts";
import { flowsByYear } from "../../src/charts/flows.ts";
import config from "../../vite.config.ts?raw";
import { runDifference, runSummary } from "../charts/runSummary.ts";

/** Half a pixel: glyph boxes are rounded. */
const HALF_PIXEL = 0.5;

const context: ChartContext = {
  title: { zh: "无锡市 2021", en: "Wuxi 2021" },
  source: { zh: "《2021 年 2 季度工伤保险基金预算执行情况表》（社预执行07表）", en: "Budget execution table, Q2 2021" },
  reading: { zh: "按当年预算支出合计", en: "on total outgo of the budget year" },
  hindcast: [
    {
      month: "2021-06",
      series: "payableMonths",
      label: { zh: "2021 年上半年实际，按半年支出合计", en: "Actual, first half of 2021, on total outgo" },
      point: { value: 8.6 },
    },
    {
      month: "2021-06",
      series: "payableMonths",
      label: { zh: "2021 年上半年实际，按待遇支出", en: "Actual, first half of 2021, on benefits" },
      point: { value: 8.8 },
    },
    { month: "2021-06", series: "fundBalance", label: { zh: "结余", en: "Balance" }, point: { value: 631e6 } },
  ],
};

const wuxi = runSummary({ opening: 9.3, median: (t) => 9.3 - 0.12 * (t + 1), sd: (t) => 0.22 * Math.sqrt(t + 1) });
const names: readonly (readonly [string, string])[] = [
  ["基线", "Baseline"],
  ["从不调整", "Never act"],
  ["12 个月线上浮 15%", "+15% at the 12-month line"],
  ["9 个月线上浮 15%", "+15% at the 9-month line"],
  ["恢复到 9 个月的最低费率", "Lowest rate that restores 9 months"],
  ["分档", "Steps"],
];
const runs = names.map(([zh, en], i) => ({
  name: { zh, en },
  summary: runSummary({ median: (t) => 13.3 - (0.11 - 0.004 * i) * (t + 1) }),
}));
const difference = {
  series: "payableMonths",
  baseline: { zh: "基线", en: "Baseline" },
  alternative: { zh: "上浮 15%", en: "+15%" },
  place: 0,
} as const;

const charts: { readonly [name: string]: (size: ChartSize) => Figure } = {
  fan: (size) => payableMonthsFan(wuxi, context, size),
  flows: (size) => flowsByYear(runSummary({ start: "2021-07", months: 114 }), context, size),
  firing: (size) => firingYears(wuxi, context, size),
  comparison: (size) => comparison(runs, context, size),
  difference: (size) => differenceChart(runDifference(48, 0.02, 0.05), wuxi, difference, context, size),
};

function sized(width: number, language: "zh" | "en", more: Partial<ChartSize> = {}): ChartSize {
  return {
    width,
    language,
    unit: "hundredMillionYuan",
    illustrative: true,
    stamp: language === "zh" ? "种子 a · 10,000 条路径 · 摘要 3f9a" : "seed a · 10,000 paths · digest 3f9a",
    ...more,
  };
}

const place = document.createElement("main");
document.documentElement.lang = "zh-CN";
document.title = "charts";
document.body.append(place);
beforeAll(() => page.viewport(2_000, 1_200));
afterEach(() => place.replaceChildren());

function show({ element }: Figure): SVGSVGElement {
  place.replaceChildren(element);
  return element as SVGSVGElement;
}

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Boxes of all lines of text in px of the picture; glyphs stand within 0.9 em above and 0.25 em below the base line. */
function textBoxes(svg: SVGSVGElement): Box[] {
  const origin = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].flatMap((text) => {
    const lines = [...text.querySelectorAll("tspan")];
    return (lines.length === 0 ? [text] : lines).map((line) => {
      const box = line.getBoundingClientRect();
      const spare = (box.height - Number.parseFloat(getComputedStyle(line).fontSize) * 1.15) / 2;
      return {
        text: line.textContent ?? "",
        left: box.left - origin.left,
        right: box.right - origin.left,
        top: box.top - origin.top + spare,
        bottom: box.bottom - origin.top - spare,
      };
    });
  });
}

const cases = Object.keys(charts).flatMap((name) =>
  (["zh", "en"] as const).flatMap((language) =>
    [300, 328, 560, 700, 1_200, 1_900].map((width) => [name, language, width] as const),
  ),
);

/** Pairs of lines of text that overlap. */
function touching(boxes: readonly Box[]): string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > HALF_PIXEL &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > HALF_PIXEL,
      )
      .map((b) => `${a.text} | ${b.text}`),
  );
}

test.each(cases)(
  "%s in %s at %i px: no text is clipped, overlaps another or is smaller than 12 px, in the face of the picture and in the machine's",
  (name, language, width) => {
    const svg = show(charts[name](sized(width, language, { state: width === 700 ? "preview" : undefined })));
    for (const face of [svg.getAttribute("font-family") ?? "", "sans-serif"]) {
      svg.setAttribute("font-family", face);
      const boxes = textBoxes(svg);
      expect(boxes.length).toBeGreaterThan(10);
      const { width: drawn, height } = svg.getBoundingClientRect();
      expect(drawn).toBeCloseTo(width, 0);
      const clipped = boxes.filter(
        ({ left, right, top, bottom }) =>
          left < -HALF_PIXEL || right > width + HALF_PIXEL || top < -HALF_PIXEL || bottom > height + HALF_PIXEL,
      );
      expect(clipped).toEqual([]);
      expect(touching(boxes)).toEqual([]);
    }
    const sizes = [...svg.querySelectorAll("text, tspan")].map((text) =>
      Number.parseFloat(getComputedStyle(text).fontSize),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  },
);

test.each(Object.keys(charts))(
  "%s is one picture with role, name, language, words of doubt, stamp and no violation of axe",
  async (name) => {
    for (const language of ["zh", "en"] as const) {
      const figure = charts[name](sized(700, language));
      const svg = show(figure);
      expect(svg.getAttribute("role")).toBe("img");
      expect(svg.getAttribute("lang")).toBe(language === "zh" ? "zh-CN" : "en");
      expect(svg.getAttribute("aria-label")).toBe(`${figure.finding} ${figure.measure}`);
      expect(svg.querySelectorAll("g[aria-label]").length).toBe(0);
      expect(svg.querySelector("desc")?.textContent).toBe(figure.description);
      const words = svg.textContent ?? "";
      expect(words).toContain(
        language === "zh" ? "示例数据，非官方测算" : "Illustrative data, not an official estimate",
      );
      expect(words).toContain("3f9a");
      expect(words).not.toMatch(/undefined|NaN|Infinity/);
      expect(figure.table.rows.length).toBeGreaterThan(1);
      for (const row of figure.table.rows) expect(row.length).toBe(figure.table.columns.length);
      const { violations } = await axe.run(place);
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  },
);

test("a picture of fact bears no words of doubt, and only a preview or part is framed by dots and names its paths", () => {
  const fact = show(charts["fan"](sized(700, "zh", { illustrative: false })));
  expect(fact.textContent).not.toContain("示例数据");
  expect(fact.querySelector(".provisional")).toBeNull();
  const preview = show(charts["fan"](sized(700, "zh", { state: "preview" })));
  expect(preview.querySelector(".provisional")?.getAttribute("stroke-dasharray")).toBe("0 6");
  expect(preview.textContent).toContain("预览：10,000 条路径，其余仍在计算…");
  const part = show(charts["fan"](sized(700, "zh", { state: "partial" })));
  expect(part.querySelector(".provisional")).not.toBeNull();
  expect(part.textContent).toContain("部分结果：10,000 条路径（已取消）");
  expect(part.textContent).not.toContain("计算…");
});

test("nothing in a picture depends on the page: no style attributes, no variables, one known style text", async () => {
  for (const draw of Object.values(charts)) {
    const svg = show(draw(sized(700, "zh")));
    expect(svg.querySelectorAll("[style]").length + Number(svg.hasAttribute("style"))).toBe(0);
    expect(svg.outerHTML.replace(/<style>[^<]*<\/style>/, "")).not.toMatch(/var\(|currentColor(?!")/);
    const styles = [...svg.querySelectorAll("style")];
    expect(styles.length).toBe(1);
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(styles[0].textContent ?? ""));
    expect(config).toContain(`sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`);
  }
});

/** Vertical extent, at half of the width, of a filled path. */
function extent(svg: SVGSVGElement, selector: string): { low: number; high: number } {
  const path = svg.querySelector<SVGPathElement>(`${selector} path, path${selector}`);
  if (path === null) throw new Error(`no ${selector}`);
  const box = path.getBBox();
  const x = box.x + box.width / 2;
  let [high, low] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let y = box.y; y <= box.y + box.height; y += 0.25) {
    if (path.isPointInFill(new DOMPoint(x, y))) [high, low] = [Math.min(high, y), Math.max(low, y)];
  }
  return { high, low };
}

test("bands lie inside each other, and lines, median and opening stand at their values", () => {
  const svg = show(charts["fan"](sized(700, "zh")));
  const [wide, middle, narrow] = [95, 80, 50].map((percent) => extent(svg, `.band-${percent}`));
  expect(wide.high).toBeLessThan(middle.high - 1);
  expect(middle.high).toBeLessThan(narrow.high - 1);
  expect(narrow.low).toBeLessThan(middle.low - 1);
  expect(middle.low).toBeLessThan(wide.low - 1);
  const grid = [...svg.querySelectorAll("line")].map((line) => Number(line.getAttribute("y1")));
  const zone = (role: string) => {
    const box = svg.querySelector<SVGGraphicsElement>(`.zone-${role} rect, rect.zone-${role}`)?.getBBox();
    if (box === undefined) throw new Error(`no zone ${role}`);
    return box;
  };
  const [watch, act] = [zone("watch"), zone("act")];
  const month = act.height / 9;
  expect(watch.height).toBeCloseTo(3 * month, 3);
  expect(watch.y + watch.height).toBeCloseTo(act.y, 3);
  const base = act.y + act.height;
  for (const level of [9, 12]) expect(grid.some((y) => Math.abs(y - (base - level * month)) < HALF_PIXEL)).toBe(true);
  const median = svg.querySelector<SVGPathElement>(".median path, path.median");
  const start = median?.getPointAtLength(0);
  const end = median?.getPointAtLength(median.getTotalLength());
  expect(start?.y).toBeCloseTo(base - 9.3 * month, 1);
  expect(end?.y).toBeCloseTo(base - (9.3 - 0.12 * 48) * month, 1);
  const marks = [...svg.querySelectorAll(".observed circle")].map((mark) => mark.getAttribute("transform") ?? "");
  const heights = [...svg.querySelectorAll<SVGCircleElement>(".observed circle")].map((mark) =>
    Number(mark.getAttribute("cy")),
  );
  expect(marks.length).toBe(3);
  expect(heights.map((y) => Math.round(((base - y) / month) * 100) / 100).sort((a, b) => a - b)).toEqual([
    8.6, 8.8, 9.3,
  ]);
});

function boxOf(svg: SVGSVGElement, selector: string): DOMRect {
  const found = svg.querySelector<SVGGraphicsElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found.getBBox();
}

/** Half of the paths lie on both sides of the lines: the 50 % band covers 9, 12 and 15 months. */
const spreadOut = runSummary({ opening: 13, median: () => 13, sd: () => 17 });

/** Colours of the picture, drawn without the page, at points in px. */
async function coloursAt(svg: SVGSVGElement, points: readonly (readonly [number, number])[]): Promise<number[][]> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const drawing = canvas.getContext("2d");
  if (drawing === null) throw new Error("no canvas");
  drawing.drawImage(image, 0, 0);
  return points.map(([x, y]) => [...drawing.getImageData(Math.round(x), Math.round(y), 1, 1).data]);
}

/** A difference of a tenth of a channel is seen on large areas. */
const SEEN = 25;

test.each([328, 700])("at %i px the zones are seen through the fan and named with their ranges", async (width) => {
  const svg = show(payableMonthsFan({ ...spreadOut, samplePaths: [] }, { title: context.title }, sized(width, "zh")));
  const [watch, act] = [".zone-watch rect, rect.zone-watch", ".zone-act rect, rect.zone-act"].map((zone) =>
    boxOf(svg, zone),
  );
  const x = watch.x + watch.width - 3;
  const [above, inWatch, inAct] = await coloursAt(svg, [
    [x, watch.y - watch.height],
    [x, watch.y + watch.height / 2],
    [x, act.y + 12],
  ]);
  const far = (a: number[], b: number[]) => Math.max(...a.map((channel, i) => Math.abs(channel - b[i])));
  expect(far(above, inWatch)).toBeGreaterThan(SEEN);
  expect(far(inWatch, inAct)).toBeGreaterThan(SEEN);
  expect(boxOf(svg, ".strip-watch").height).toBeCloseTo(watch.height, 0);
  expect(svg.textContent).toContain("关注区（9–12 个月）");
  expect(svg.textContent).toContain("触发区（低于 9 个月）");
});

test("a zone too thin for its name is named in the key", () => {
  const high = runSummary({ opening: 20, median: (t) => 20 + 2 * t, sd: () => 1 });
  const svg = show(payableMonthsFan(high, { title: context.title }, sized(700, "zh")));
  const name = textBoxes(svg).find(({ text }) => text === "关注区（9–12 个月）");
  expect(name?.bottom).toBeLessThan(boxOf(svg, ".zone-watch rect, rect.zone-watch").y);
});

test("the 80 % of the paths of which the title speaks lie inside the picture", () => {
  const svg = show(charts["fan"](sized(700, "zh")));
  expect(svg.textContent).not.toContain("超出图幅");
  const rising = runSummary({ median: () => 20, sd: () => 9 });
  const wide = show(payableMonthsFan(rising, { title: context.title }, sized(700, "zh")));
  expect(wide.textContent).toContain("最上方的分位数超出图幅");
  const act = boxOf(wide, ".zone-act rect, rect.zone-act");
  const month = boxOf(wide, ".zone-watch rect, rect.zone-watch").height / 3;
  const zero = act.y + 9 * month;
  const top = Math.min(
    ...textBoxes(wide)
      .filter(({ text }) => /^\d+$/.test(text) && Number(text) < 100)
      .map((box) => box.top),
  );
  expect((zero - top) / month).toBeGreaterThan(20 + 1.282 * 9);
});

test("a certain firing has bounds in its table, and whiskers are 95 % intervals", () => {
  const certain = runSummary({ act: (t) => (t === 2 ? 10_000 : 0), watch: () => 0 });
  const figure = firingYears(certain, context, sized(700, "zh"));
  expect(figure.table.rows[0].slice(1)).toEqual(["<0.04%", null, "<0.04%", ">99.96%", null, ">99.96%"]);
  expect(figure.measure).toContain("竖线为 95% 区间");
  const half = runSummary({ paths: 100, act: (t) => (t === 2 ? 50 : 0), watch: () => 0, months: 12 });
  const svg = show(firingYears(half, context, sized(700, "zh")));
  const heights = [...svg.querySelectorAll<SVGGraphicsElement>(".whiskers path, .whiskers line")].map(
    (whisker) => whisker.getBBox().height,
  );
  const bar = Math.max(
    ...[...svg.querySelectorAll<SVGGraphicsElement>(".bars rect")].map((rect) => rect.getBBox().height),
  );
  // Wilson, 50 of 100: 0.4038 to 0.5962.
  expect(Math.max(...heights) / bar).toBeCloseTo((0.5962 - 0.4038) / 0.5, 2);
});

test("names of lines in a comparison stand clear of every median", () => {
  const falling = [9.3, 13.3].map((opening, i) => ({
    name: { zh: `方案 ${i}`, en: `Plan ${i}` },
    summary: runSummary({ opening, median: (t) => opening - 0.12 * (t + 1), sd: () => 0.4 }),
  }));
  const svg = show(comparison(falling, context, sized(700, "zh")));
  const labels = textBoxes(svg).filter(({ text }) => /^(关注线|触发线)/.test(text));
  expect(labels.length).toBe(2);
  const origin = svg.getBoundingClientRect();
  const medians = [...svg.querySelectorAll<SVGPathElement>(".median path, path.median")];
  expect(medians.length).toBe(2);
  for (const path of medians) {
    const matrix = path.getScreenCTM();
    for (let at = 0; at <= path.getTotalLength(); at += 2) {
      const point = path.getPointAtLength(at).matrixTransform(matrix ?? undefined);
      const [x, y] = [point.x - origin.left, point.y - origin.top];
      expect(labels.filter(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom)).toEqual(
        [],
      );
    }
  }
});

test("a surplus within its error has no sign, and other outgo too thin to be seen is told", () => {
  const made = runSummary();
  const even = {
    ...made,
    years: made.years.map((year) => ({
      ...year,
      lines: {
        ...year.lines,
        contributionIncome: { ...year.lines["benefitPayout"] },
        appraisal: undefined as never,
        prevention: undefined as never,
        transferUp: undefined as never,
      },
    })),
  };
  const figure = flowsByYear(even, context, sized(700, "zh"));
  expect(figure.finding).toBe("平均而言，仅工伤保险费收入一项，每年都不低于支出合计：2024 年两者之差在模拟误差之内。");
  expect(show(figure).textContent).toContain("其他支出（太少，图上难辨）");
});

test("payable months without a number stand above the top, inside the clip", () => {
  const none = runSummary({ opening: null, median: () => null });
  const figure = payableMonthsFan(none, { title: context.title }, sized(700, "zh"));
  const svg = show(figure);
  expect(figure.finding).toBe("到 2024 年底，可支付月数多半无从计算。");
  expect(figure.table.rows[0].slice(1)).toEqual(Array.from({ length: 8 }, () => null));
  expect(svg.outerHTML).not.toContain("NaN");
});

test("titles say what the pictures show", () => {
  const titles = (language: "zh" | "en") => Object.values(charts).map((draw) => draw(sized(700, language)).finding);
  expect(titles("zh")).toEqual([
    "期初 9.3 个月；到 2024 年底，可支付月数的中位数为 3.5 个月，80% 的路径在 1.6 至 5.5 个月之间。",
    "平均而言，仅工伤保险费收入一项，自 2022 年起低于支出合计：2030 年少 1.79 亿元。",
    "9 个月触发线首次触发最可能在 2024 年：21%（±1 个百分点）。",
    "2024 年底可支付月数的中位数：“基线”为 8.0 个月，“分档”为 9.0 个月。",
    "到 2024 年底，“上浮 15%”的可支付月数平均多 0.96 个月（95% 区间 0.86 至 1.06）。",
  ]);
  expect(titles("en")[4]).toBe(
    "+15% against Baseline: 0.96 months more on average by the end of 2024 (95% interval 0.86 to 1.06).",
  );
});

test("a difference whose interval holds zero is a tie, and identical runs are said to be identical", () => {
  const tie = differenceChart(runDifference(48, 0.0005, 0.05), wuxi, difference, context, sized(700, "zh"));
  expect(tie.finding).toBe("到 2024 年底，两方案的可支付月数分不出高低（差 0.02 个月，95% 区间 −0.07 至 0.12）。");
  const same = differenceChart(runDifference(48, 0, 0, true), wuxi, difference, context, sized(700, "zh"));
  expect(same.finding).toBe("“上浮 15%”与“基线”完全相同。");
});

const oneLine = { ...wuxi, triggers: { act: wuxi.triggers["act"] } };
const odd = {
  "one line": oneLine,
  "no line": { ...wuxi, triggers: {} },
  "an overdraft": runSummary({ opening: 3, median: (t) => 3 - 0.15 * (t + 1) }),
  "one month": runSummary({ months: 1 }),
  "a year from July": runSummary({ start: "2024-07", months: 12 }),
  "fifty years": runSummary({ months: 600, median: () => 11, sd: (t) => 0.01 * t }),
  certainty: runSummary({ sd: () => 0, watch: () => 0, act: () => 0 }),
  riches: runSummary({ opening: 400, median: () => 400, sd: () => 30 }),
};

test.each(Object.keys(odd))("%s gives pictures without holes, clipped or overlapping text", (name) => {
  const summary = odd[name as keyof typeof odd];
  for (const width of [328, 700]) {
    const look = sized(width, "zh");
    const pictures = [
      payableMonthsFan(summary, { title: context.title }, look),
      flowsByYear(summary, context, look),
      firingYears(summary, context, look),
      comparison([{ name: { zh: "基线", en: "Baseline" }, summary }], context, look),
    ];
    for (const picture of pictures) {
      const svg = show(picture);
      expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
      const boxes = textBoxes(svg);
      expect(touching(boxes)).toEqual([]);
      expect(boxes.filter(({ left, right }) => left < -HALF_PIXEL || right > width + HALF_PIXEL)).toEqual([]);
    }
  }
});

test("more runs than a picture can tell apart are refused", () => {
  const ten = Array.from({ length: 10 }, (_, i) => runs[i % runs.length] ?? runs[0]).filter((run) => run !== undefined);
  expect(() => comparison(ten, context, sized(700, "zh"))).toThrow("compared runs: expected 1 to 9, got 10");
});
