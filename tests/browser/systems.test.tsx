import { afterEach, expect, test, vi } from "vitest";
import { fewPaths, type OpenPage, openPage } from "./pageUnderTest.tsx";

let page: OpenPage;
afterEach(() => page.close());

const rows = (selector: string): string[] =>
  [...page.root.querySelectorAll<HTMLElement>(selector)].map(({ innerText }) => innerText);

test("a fund without any line answers with what cannot be paid, the months at the end and who pays the gaps", async () => {
  page = openPage({ scenario: "suzhou-2020", documents: fewPaths(100) });
  await page.whole();
  expect(page.text("h1")).toMatch(/^本办法不设可支付月数线。在 100 次模拟中/);
  const numbers = rows(".big li");
  expect(numbers).toHaveLength(3);
  expect(numbers[0]).toContain("无力支付");
  expect(numbers[1]).toMatch(/80% 的路径[\s\S]*期末可支付月数/);
  expect(numbers[2]).toContain("统筹基金补助");
  expect(page.root.querySelector("[data-picture=firing] svg")?.textContent).toContain("首次无力支付的概率");
  page.bench.view.value = "comparison";
  await vi.waitFor(() => expect(page.text(".compared-payers")).toContain("当地同级财政"));
  expect(rows(".compared-payers tbody tr")).toHaveLength(page.bench.entry.value?.scenarios.length ?? 0);
  const aid = page.root.querySelectorAll(".compared-payers thead th");
  const column = [...aid].findIndex((head) => head.textContent === "统筹基金补助");
  const without = [...page.root.querySelectorAll<HTMLTableRowElement>(".compared-payers tbody tr")].find((row) =>
    row.innerText.includes("统筹基金不补助"),
  );
  expect(without?.children[column]?.textContent.trim()).toMatch(/^(0|–)$/);
});

test("a fund whose measure hangs on its budget names no year of a line that it has not", async () => {
  page = openPage({ scenario: "jilin-2021", documents: fewPaths(100) });
  await page.whole();
  expect(rows(".big li")).toHaveLength(4);
  expect(page.text(".big")).toContain("须调整费率");
  page.bench.view.value = "comparison";
  await vi.waitFor(() => expect(page.root.querySelector(".compared")).not.toBeNull());
  expect(page.text(".compared tbody tr:first-child [data-column=year]")).toContain("—");
  expect(page.text(".compared tbody tr:first-child [data-column=year]")).not.toContain("未触发");
});

test("many inputs are folded by subject, each with its count of facts and assumptions, and open when searched", async () => {
  page = openPage({ scenario: "suzhou-2020", language: "en", documents: fewPaths(100) });
  page.bench.view.value = "inputs";
  await vi.waitFor(() => expect(page.root.querySelectorAll(".values-part").length).toBeGreaterThan(10));
  const parts = [...page.root.querySelectorAll<HTMLDetailsElement>(".values-part")];
  expect(parts.every(({ open }) => !open)).toBe(true);
  const values = page.root.querySelectorAll(".values li").length;
  const counted = (kind: string): number =>
    [...page.root.querySelectorAll<HTMLElement>(".values-part")].filter((part) =>
      part.querySelector("summary")?.textContent.includes(kind),
    ).length;
  expect(counted("fact")).toBeGreaterThan(0);
  expect(counted("assumption")).toBeGreaterThan(counted("fact"));
  for (const part of parts) {
    const numbers = part.querySelector("summary .small")?.textContent.match(/\d+/g) ?? [];
    const sum = numbers.reduce((total, number) => total + Number(number), 0);
    expect(sum).toBe(part.querySelectorAll(".values > li").length);
  }
  const search = page.root.querySelector<HTMLInputElement>("input[type=search]") as HTMLInputElement;
  search.value = "pensioners";
  search.dispatchEvent(new Event("input", { bubbles: true }));
  await vi.waitFor(() => expect(page.root.querySelectorAll(".values li").length).toBeLessThan(values / 2));
  expect([...page.root.querySelectorAll<HTMLDetailsElement>(".values-part")].every(({ open }) => open)).toBe(true);
});
