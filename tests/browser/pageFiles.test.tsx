import type { Signal } from "@preact/signals";
import { afterEach, expect, test, vi } from "vitest";
import { applyChanges } from "../../src/model/scenario/overlay.ts";
import { ScenarioError } from "../../src/model/scenario/problem.ts";
import { fewPaths, type OpenPage, openPage } from "./pageUnderTest.tsx";

let page: OpenPage;
afterEach(() => page.close());

const wuxi = (changes: Readonly<Record<string, unknown>>): unknown =>
  applyChanges(fewPaths().get("wuxi-2021"), changes);
const fileOf = (document: unknown, name = "mine.json"): File => new File([JSON.stringify(document)], name);

async function refused(...files: File[]): Promise<string> {
  page = openPage({ scenario: "wuxi-2021" });
  await page.whole();
  const good = page.bench.shown.value;
  page.drop(...files);
  await vi.waitFor(() => expect(page.root.querySelector("[role=alert]")).not.toBeNull(), { timeout: 5_000 });
  expect(page.bench.shown.value).toBe(good);
  expect(page.root.querySelector("[data-state=whole]")).not.toBeNull();
  expect(page.text("h1")).toContain("次模拟中");
  return page.text("[role=alert]");
}

test("a dropped scenario file runs", async () => {
  page = openPage({ scenario: "wuxi-2021" });
  await page.whole();
  page.drop(fileOf(wuxi({ id: "mine", title: { zh: "我的基金", en: "My fund" }, months: 24 })));
  await vi.waitFor(() => expect(page.bench.entry.value?.id).toBe("opened/mine"));
  await page.whole();
  expect(page.text("h1")).toContain("2022 年底");
  expect(page.text("select")).toContain("我的基金");
  expect(page.root.querySelector("[role=alert]")).toBeNull();
});

test("a dropped file of changes joins its baseline and is shown", async () => {
  page = openPage({ scenario: "wuxi-2021" });
  await page.whole();
  const before = page.bench.entry.value?.scenarios.length ?? 0;
  const file = {
    base: "wuxi-2021",
    id: "low",
    alternative: { zh: "低征缴", en: "Low" },
    changes: { "rules.contribution.collectionRate": 0.8 },
  };
  page.drop(fileOf(file));
  await vi.waitFor(() => expect(page.bench.entry.value?.scenarios).toHaveLength(before + 1));
  await page.whole();
  expect(page.bench.scenario.value?.id).toBe("low");
  expect(page.text(".alternatives")).toContain("低征缴");
});

test("a bad file is refused with every path, expectation and value, and the page keeps its last good state", async () => {
  const text = await refused(fileOf(wuxi({ months: -5, surprise: 1, "drivers.regional.wageGrowth.unit": "yuan" })));
  for (const part of [
    "months",
    "≥ 1 的数",
    "-5",
    "surprise",
    "不应有此字段",
    "月数",
    "drivers.regional.wageGrowth.unit",
    '"yuan"',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).toContain("页面保持原来的情景和结果");
  page.press("知道了");
  await vi.waitFor(() => expect(page.root.querySelector("[role=alert]")).toBeNull());
});

test("a refused file comes into view and takes the focus, however far the page is scrolled", async () => {
  page = openPage({ scenario: "wuxi-2021" });
  await page.whole();
  window.scrollTo(0, document.documentElement.scrollHeight);
  page.drop(new File(['{\n  "id": ]\n}'], "broken.json"));
  await vi.waitFor(() => expect(document.activeElement?.textContent).toContain("没有打开“broken.json”"));
  const { top } = page.root.querySelector("[role=alert]")!.getBoundingClientRect();
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(window.innerHeight / 2);
  expect(page.text("[role=alert]")).toContain("第 2 行第 9 列");
  page.press("知道了");
  await vi.waitFor(() => expect(document.activeElement?.id).toBe("results"));
});

test("a file of changes without a known base, or of another horizon, is refused", async () => {
  expect(await refused(fileOf({ base: "nowhere", id: "x", changes: {} }))).toContain("nowhere");
  page.close();
  expect(await refused(fileOf({ base: "wuxi-2021", id: "x", changes: { months: 12 } }))).toContain(
    "60（与 wuxi-2021 相同）",
  );
});

test("10 MB of nonsense is refused at once, and so are deep nesting, half a file and two files", async () => {
  const nonsense = new File(["{[".repeat(5 * 1024 * 1024)], "nonsense.json");
  page = openPage({ scenario: "wuxi-2021" });
  await page.whole();
  const asked = performance.now();
  page.drop(nonsense);
  await vi.waitFor(() => expect(page.text("[role=alert]")).toContain("不超过 5 MB"));
  expect(performance.now() - asked).toBeLessThan(1_000);
  page.drop(new File(["[".repeat(2_000_000)], "deep.json"));
  await vi.waitFor(() => expect(page.text("[role=alert]")).toContain("不超过 40 层的嵌套"));
  page.drop(new File(['{"schema": 1,'], "half.json"));
  await vi.waitFor(() => expect(page.text("[role=alert]")).toContain("第 1 行第 14 列"));
  expect(page.text("[role=alert]")).toContain("文件在此中断");
  page.drop(fileOf({}, "one.json"), fileOf({}, "two.json"));
  await vi.waitFor(() => expect(page.text("[role=alert]")).toContain("one.json"));
  expect(page.root.querySelector("[data-state=whole]")).not.toBeNull();
});

test("a scenario that only the engine refuses is named with its problems, and the page goes back", async () => {
  const { createRunner } = await import("../../src/app/runner.ts");
  const real = createRunner();
  const problems = [{ path: "rules.trigger", expected: "something else", value: 7 }];
  page = openPage({
    scenario: "wuxi-2021",
    runner: {
      start: (request, watch) =>
        request.scenarios[0]?.id === "odd" ? Promise.reject(new ScenarioError(problems)) : real.start(request, watch),
      trace: (...all) => real.trace(...all),
      end: () => real.end(),
    },
  });
  await page.whole();
  page.drop(fileOf(wuxi({ id: "odd" })));
  await vi.waitFor(() => expect(page.text("[role=alert]")).toContain("rules.trigger"));
  await page.whole();
  expect(page.bench.entry.value?.id).toBe("wuxi-2021");
  expect(page.bench.entries.value.map(({ id }) => id)).not.toContain("opened/odd");
});

test("a part that breaks leaves words in its place and can be shown again", async () => {
  page = openPage({ scenario: "wuxi-2021" });
  await page.whole();
  const good = page.bench.shown.value;
  if (good === undefined) throw new Error("no result");
  const [summary] = good.outcome.summaries;
  const broken = { ...good, outcome: { ...good.outcome, summaries: [{ ...summary, triggers: undefined }] } };
  (page.bench.shown as Signal<unknown>).value = broken;
  await vi.waitFor(() => expect(page.text("[role=alert]")).toContain("页面出错了"));
  expect(page.text("header")).toContain("Fundcast");
  (page.bench.shown as Signal<unknown>).value = good;
  page.press("重新显示");
  await page.whole();
});

test("a run that fails says so in words and can be tried again", async () => {
  let broken = true;
  const { createRunner } = await import("../../src/app/runner.ts");
  const real = createRunner();
  page = openPage({
    scenario: "wuxi-2021",
    runner: {
      start: (...all) => (broken ? Promise.reject(new Error("no workers here")) : real.start(...all)),
      trace: (...all) => real.trace(...all),
      end: () => real.end(),
    },
  });
  await vi.waitFor(() => expect(page.text("[role=alert]")).toContain("推演没有完成"));
  expect(page.root.querySelector("[role=alert]")?.textContent).toContain("no workers here");
  broken = false;
  page.press("重试");
  await page.whole();
  expect(page.root.querySelector("[role=alert]")).toBeNull();
});

/** A document of the page that says who pays a gap. */
const some = {
  schema: 1,
  id: "provisions/some",
  document: {
    title: { zh: "某省实施意见", en: "Opinion of a province" },
    number: "某〔2023〕1号",
    issuer: { zh: "某省", en: "A province" },
    pool: { zh: "某省", en: "A province" },
  },
  rules: { shortfall: { kind: "overdraft", source: { document: "某〔2023〕1号", article: "第九条" } } },
  articles: [
    {
      id: "900-R01",
      place: { zh: "第九条", en: "Article 9" },
      begins: "基金出现缺口",
      says: { zh: "缺口先记账。", en: "A gap is carried." },
      topic: "sharing",
      fields: ["rules.shortfall"],
    },
  ],
};

test("an opened file may include parts that the page has, and its documents are listed", async () => {
  const documents = new Map(fewPaths()).set("provisions/some", some);
  page = openPage({ scenario: "wuxi-2021", documents });
  await page.whole();
  const own = wuxi({ id: "mine" }) as { readonly rules: Readonly<Record<string, unknown>> };
  const { shortfall: _, ...rules } = own.rules;
  page.drop(fileOf({ ...own, rules, includes: ["provisions/some"] }));
  await vi.waitFor(() => expect(page.bench.entry.value?.id).toBe("opened/mine"));
  expect(page.bench.scenario.value?.rules.shortfall.kind).toBe("overdraft");
  await page.whole();
  page.press("规则");
  await vi.waitFor(() => expect(page.text(".provisions-document")).toContain("某省实施意见"));
  expect(page.text(".article")).toContain("缺口先记账。");
  expect(page.text(".article")).toContain("计入推演");
});

test("a file that includes a part that the page lacks is refused in words", async () => {
  const text = await refused(fileOf({ ...(wuxi({ id: "mine" }) as object), includes: ["basis/nowhere"] }));
  for (const part of ["组成部分", "includes", "页面中已有的条文文件或基金概况文件", "basis/nowhere"]) {
    expect(text).toContain(part);
  }
});
