import { afterEach, expect, test, vi } from "vitest";
import { applyChanges } from "../../src/model/scenario/overlay.ts";
import { fewPaths, type OpenPage, openPage } from "./pageUnderTest.tsx";

let page: OpenPage;
afterEach(() => page.close());

const HAN = /[\u3400-\u9fff]/;

async function open(language: "zh" | "en" = "zh", changes: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const documents = new Map(fewPaths());
  documents.set("wuxi-2021", applyChanges(documents.get("wuxi-2021"), changes));
  page = openPage({ documents, language, scenario: "wuxi-2021" });
  page.bench.view.value = "paths";
  await vi.waitFor(() => expect(page.root.querySelector("[data-month]")).not.toBeNull(), { timeout: 25_000 });
}

function rows(): HTMLInputElement[] {
  return [...page.root.querySelectorAll<HTMLInputElement>(".months-scroll input")];
}

function type(text: string): void {
  const field = page.root.querySelector<HTMLInputElement>(".path-number input") as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Numbers of the account of the month, by line. */
function account(): ReadonlyMap<string, number> {
  const found = [...page.root.querySelectorAll<HTMLElement>(".month-account tr")].map((row) => {
    const text = row.querySelector("td")?.textContent ?? "";
    const number = Number(text.replace(/[\u202f%]/g, "").replace("−", "-"));
    return [row.querySelector("th")?.textContent ?? "", number] as const;
  });
  return new Map(found);
}

test("opens with the middle sample path at its first firing: line, months, events with their article, account", async () => {
  await open();
  const summary = page.bench.shown.value?.outcome.summaries[0];
  const path = summary?.samplePaths[2]?.path ?? -1;
  expect(page.text(".path-chart figcaption")).toContain(`第 ${path} 号路径`);
  await vi.waitFor(() => {
    const line = page.root.querySelector(".path-chart svg .path-line")?.getAttribute("d") ?? "";
    expect(line.length).toBeGreaterThan(100);
  });
  expect(rows()).toHaveLength(summary?.months ?? 0);
  page.bench.unit.value = "yuan";
  await vi.waitFor(() => expect(page.text(".month-account")).toContain("（元）"));
  const lines = account();
  const sum = ["月初结余", "工伤保险费收入", "利息", "补助", "其他收入", "待遇支出", "其他支出"].reduce(
    (total, line) => total + (lines.get(line) ?? Number.NaN),
    0,
  );
  expect(Math.abs(sum - (lines.get("月末结余") ?? 0))).toBeLessThan(0.05);
});

test("the numbers shown are those of the path in the run", async () => {
  await open();
  const sample = page.bench.shown.value?.outcome.summaries[0]?.samplePaths[0];
  if (sample === undefined) throw new Error("no sample path");
  page.bench.path.value = sample.path;
  page.bench.month.value = 30;
  page.bench.unit.value = "yuan";
  await vi.waitFor(() => expect(page.text(".path-chart figcaption")).toContain(`第 ${sample.path} 号路径`));
  const balance = sample.series["fundBalance"]?.[30] ?? Number.NaN;
  await vi.waitFor(() => expect(account().get("月末结余")).toBeCloseTo(balance, 2));
  expect(account().get("可支付月数")).toBeCloseTo(sample.series["payableMonths"]?.[30] ?? Number.NaN, 2);
});

test("a path is chosen by number, refused outside the run, and by rank", async () => {
  await open();
  type("7");
  await vi.waitFor(() => expect(page.text(".path-chart figcaption")).toContain("第 7 号路径"));
  type("250");
  await vi.waitFor(() => expect(page.root.querySelector(".path-number [aria-invalid]")).not.toBeNull());
  expect(page.text("#path-hint")).toBe("0–249 的整数");
  expect(page.text(".path-chart figcaption")).toContain("第 7 号路径");
  for (const label of page.root.querySelectorAll<HTMLElement>(".path-chooser .segments label")) {
    if (label.innerText.trim() === "90% 处") label.click();
  }
  const last = page.bench.shown.value?.outcome.summaries[0]?.samplePaths[4]?.path;
  await vi.waitFor(() => expect(page.text(".path-chart figcaption")).toContain(`第 ${last} 号路径`));
});

test("a month is chosen in the list or on the line, and those with events can be listed alone", async () => {
  await open();
  rows()[3]?.click();
  await vi.waitFor(() => expect(page.text(".month h2")).toBe("2021 年 4 月"));
  const svg = page.root.querySelector(".path-chart svg") as SVGElement;
  const box = svg.getBoundingClientRect();
  svg.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: box.left + 37, clientY: box.top + 40 }));
  await vi.waitFor(() => expect(page.text(".month h2")).toBe("2021 年 1 月"));
  const all = rows().length;
  page.root.querySelector<HTMLInputElement>(".months-only input")?.click();
  await vi.waitFor(() => expect(rows().length).toBeLessThan(all));
  const named = [...page.root.querySelectorAll<HTMLElement>(".months-scroll label")];
  const nameless = named.filter((row) => row.querySelector(".months-events")?.textContent === "");
  expect(nameless.every((row) => row.dataset["chosen"] !== undefined)).toBe(true);
  expect(page.text(".months-scroll")).toContain("预算");
});

const poor = {
  "basis.regions.0.openingBalance": 1e7,
  "rules.shortfall": {
    kind: "gap",
    source: { document: "某文件", article: "第九条" },
    payers: [
      {
        id: "finance",
        name: { zh: "市财政", en: "City finance" },
        share: { value: 0.6, unit: "fraction", basis: "assumption", reason: { zh: "测试", en: "A test" } },
      },
    ],
  },
};

test("a gap is told with who paid, what nobody paid, and the article", async () => {
  await open("zh", poor);
  const texts = (): string[] =>
    [...page.root.querySelectorAll<HTMLElement>(".events li")].map(({ innerText }) => innerText);
  page.root.querySelector<HTMLInputElement>(".months-only input")?.click();
  const row = await vi.waitFor(() => {
    const found = [...page.root.querySelectorAll<HTMLElement>(".months-scroll label")].find((each) =>
      each.innerText.includes("缺口"),
    );
    if (found === undefined) throw new Error("no gap");
    return found;
  });
  row.querySelector("input")?.click();
  await vi.waitFor(() => expect(texts().join("\n")).toContain("市财政承担"));
  expect(texts().join("\n")).toMatch(/基金当月付不清，缺口/);
  expect(texts().join("\n")).toContain("无人承担");
  expect(texts().join("\n")).toContain("某文件 第九条");
  const table = [...page.root.querySelectorAll<HTMLTableElement>(".path > details table")].find((each) =>
    each.textContent.includes("市财政"),
  );
  const fen = (line: Element | undefined): number[] =>
    [...(line?.querySelectorAll("td") ?? [])].map(({ textContent }) =>
      Math.round(Number(textContent.replace(/\u202f/g, "")) * 100),
    );
  const shares = [...(table?.querySelectorAll("tbody tr") ?? [])].map(fen);
  const sum = shares.pop() ?? [];
  expect(shares.length).toBe(2);
  expect(sum.length).toBeGreaterThan(0);
  expect(sum).toEqual(sum.map((_, year) => shares.reduce((total, each) => total + (each[year] ?? Number.NaN), 0)));
});

test("a path that fails says so in words and can be tried again, and the run's result stays", async () => {
  const { createRunner } = await import("../../src/app/runner.ts");
  const real = createRunner();
  let broken = true;
  page = openPage({
    scenario: "wuxi-2021",
    runner: {
      start: (...all) => real.start(...all),
      trace: (...all) => (broken ? Promise.reject(new Error("no worker")) : real.trace(...all)),
      end: () => real.end(),
    },
  });
  page.bench.view.value = "paths";
  await vi.waitFor(() => expect(page.text(".paths [role=alert]")).toContain("没有算出来"), { timeout: 25_000 });
  broken = false;
  page.press("重试");
  await vi.waitFor(() => expect(page.root.querySelector("[data-month]")).not.toBeNull(), { timeout: 25_000 });
  expect(page.root.querySelector(".paths [role=alert]")).toBeNull();
});

test.each(["zh", "en"] as const)("no accessibility violation and no foreign words, %s", async (language) => {
  await open(language, poor);
  for (const details of page.root.querySelectorAll<HTMLDetailsElement>(".paths details")) details.open = true;
  await vi.waitFor(async () => expect(await page.violations()).toEqual([]), { timeout: 15_000 });
  if (language === "zh") return;
  const walker = document.createTreeWalker(page.root.querySelector(".paths") as HTMLElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('[lang="zh-CN"]') === null) expect(node.textContent).not.toMatch(HAN);
  }
});
