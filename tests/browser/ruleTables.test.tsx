import type { Signal } from "@preact/signals";
import { afterEach, expect, test, vi } from "vitest";
import type { RunSummary } from "../../src/model/simulation/result.ts";
import { type OpenPage, openPage } from "./pageUnderTest.tsx";

let page: OpenPage;
afterEach(() => page.close());

const years = [2021, 2022, 2023, 2024, 2025];
const amount = (mean: number) => ({
  mean,
  standardError: mean / 500,
  sd: mean / 10,
  p5: mean * 0.8,
  p50: mean,
  p95: mean * 1.2,
});

/** What each rule of the other parts will announce: money and counts, for the fund and for a region. */
const tallies: RunSummary["tallies"] = Object.fromEntries(
  [
    ...Array.from({ length: 8 }, (_, i) => ({
      id: `item.${i}`,
      group: "benefitItem" as const,
      unit: "yuan" as const,
      zh: `待遇 ${i}`,
      en: `Benefit ${i}`,
    })),
    {
      id: "sharing.aid",
      group: "sharing" as const,
      unit: "yuan" as const,
      zh: "统筹资金补助",
      en: "Aid of the pooled fund",
      region: "wuxi",
    },
    {
      id: "budget.broken",
      group: "budget" as const,
      unit: "count" as const,
      zh: "预算出现赤字",
      en: "Budgets in deficit",
    },
  ].map(({ id, zh, en, ...described }) => [
    id,
    {
      ...described,
      name: { zh, en },
      total: amount(described.unit === "yuan" ? 5e8 : 0.6),
      byYear: years.map((year) => ({ year, ...amount(described.unit === "yuan" ? 1e8 : 0.12) })),
    },
  ]),
);

async function open(language: "zh" | "en"): Promise<void> {
  page = openPage({ scenario: "wuxi-2021", language });
  await page.whole();
  const shown = page.bench.shown.value;
  if (shown === undefined) throw new Error("no result");
  const [first, ...others] = shown.outcome.summaries;
  const outcome = { ...shown.outcome, summaries: [{ ...first, tallies }, ...others] };
  (page.bench.shown as Signal<unknown>).value = { ...shown, outcome };
  await vi.waitFor(() => expect(page.root.querySelectorAll(".rule-tables details").length).toBeGreaterThan(2));
}

test.each(["zh", "en"] as const)(
  "each group has one table by year with errors, in the chosen unit; long ones begin closed, %s",
  async (language) => {
    await open(language);
    const tables = [...page.root.querySelectorAll<HTMLDetailsElement>(".rule-tables details")];
    const titles = tables.map((each) => each.querySelector("summary")?.innerText ?? "");
    const benefit = tables[titles.findIndex((title) => /各项待遇|Benefits/.test(title))];
    const budget = tables[titles.findIndex((title) => /预算约束|Budget/.test(title))];
    expect(benefit?.open).toBe(false);
    expect(budget?.open).toBe(true);
    const cells = (table: HTMLElement | undefined): string[] =>
      [...(table?.querySelectorAll<HTMLElement>("tbody td") ?? [])].map(({ textContent }) => textContent);
    expect(cells(budget).slice(0, 3)).toEqual(["0.6000 ±0.0024", "0–1", "0.1200 ±0.0005"]);
    expect(cells(benefit)[0]).toBe("5.000 ±0.020");
    page.bench.unit.value = "tenThousandYuan";
    await vi.waitFor(() => expect(cells(benefit)[0]).toBe("50\u202f000 ±200"));
    expect(page.text(".rule-tables")).toMatch(/没有一条路径出现缺口|No path has a gap|缺口由谁承担|Who pays a gap/);
    await vi.waitFor(async () => expect(await page.violations()).toEqual([]), { timeout: 15_000 });
  },
);
