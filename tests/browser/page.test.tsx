import { render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import { BenchContext } from "../../src/app/bench.ts";
import { chartCode } from "../../src/app/chartCode.ts";
import { Picture } from "../../src/app/picture.tsx";
import type { Figure } from "../../src/charts/figure.ts";
import { applyChanges } from "../../src/model/scenario/overlay.ts";
import { fewPaths, type OpenPage, openPage } from "./pageUnderTest.tsx";

let page: OpenPage;
afterEach(() => page.close());

const fileOf = (content: unknown): File => new File([JSON.stringify(content)], "mine.json");

const HAN = /[\u3400-\u9fff]/;

test("opens with an answer for Zhejiang: sentence, four numbers with their errors, three pictures, the rule", async () => {
  page = openPage();
  await page.whole();
  expect(page.text("h1")).toMatch(/^在 250 次模拟中，.+在 2033 年底前跌破 9 个月.*。/);
  const numbers = [...page.root.querySelectorAll<HTMLElement>(".big li")];
  expect(numbers).toHaveLength(4);
  expect(numbers.map((each) => each.querySelector(".big-label")?.textContent)).toEqual([
    "低于 12 个月",
    "低于 9 个月",
    "最可能的年份",
    "无力支付",
  ]);
  for (const each of numbers) expect(each.querySelector(".big-error")?.textContent).not.toBe("");
  expect([...page.root.querySelectorAll(".picture")].map((each) => each.getAttribute("data-picture"))).toEqual([
    "fan",
    "flows",
    "firing",
  ]);
  expect(page.text(".rule")).toContain("浙政办发");
  expect(page.root.querySelectorAll(".picture table tbody tr").length).toBeGreaterThan(100);
  expect(document.title).toContain("浙江");
  expect(document.documentElement.lang).toBe("zh-CN");
});

test("figures that are not official are marked in the sentence, in every picture and in the foot", async () => {
  page = openPage();
  await page.whole();
  expect(page.text("h1")).toContain("示例数据，非官方测算");
  expect(page.text(".illustrative")).toContain("期初结余");
  expect(page.text("footer")).toContain("示例数据，非官方测算");
  for (const picture of page.root.querySelectorAll(".picture-place")) {
    expect(picture.textContent).toContain("示例数据，非官方测算");
  }
});

test("switches to Wuxi and runs it", async () => {
  page = openPage();
  await page.whole();
  const before = page.root.querySelector("[data-digest]")?.getAttribute("data-digest");
  const select = page.root.querySelector("select") as HTMLSelectElement;
  select.value = "wuxi-2021";
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await vi.waitFor(() => expect(page.root.querySelector("[data-state=stale]")).not.toBeNull());
  expect(page.text(".notice-stale")).toContain("浙江");
  await page.whole();
  expect(page.text("h1")).toContain("2025 年底");
  expect(page.text(".notice-stale")).toBe("");
  expect(page.root.querySelector("[data-digest]")?.getAttribute("data-digest")).not.toBe(before);
});

test.each(["results", "comparison", "provisions", "paths", "inputs"] as const)(
  "the view of %s is English when English is chosen, but for names and citations, and Chinese again after",
  async (view) => {
    page = openPage();
    await page.whole();
    page.bench.view.value = view;
    for (const label of page.root.querySelectorAll<HTMLElement>(".segments label")) {
      if (label.innerText.trim() === "EN") label.click();
    }
    await vi.waitFor(() => expect(document.documentElement.lang).toBe("en"));
    if (view === "results" || view === "comparison") await page.whole();
    if (view === "paths") await page.traced();
    expect(document.title).not.toMatch(HAN);
    await vi.waitFor(() => expect(chineseLeft(page.root)).toEqual([]), { timeout: 5_000 });
    page.bench.language.value = "zh";
    await vi.waitFor(() => expect(page.text(".rail")).toMatch(/^结果/));
    await vi.waitFor(() => expect(page.text("main")).not.toMatch(/\b(the|of|months|below|mean)\b/), { timeout: 5_000 });
  },
);

/** Chinese texts outside elements that declare their own language, and outside sources, which keep their publishers' words. */
function chineseLeft(root: HTMLElement): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent ?? "";
    const own = node.parentElement?.closest('[lang="zh-CN"], style');
    if (HAN.test(text) && own === null) found.push(text);
  }
  return found;
}

test("a seed that is typed changes the request only when it is run, and gives other numbers", async () => {
  page = openPage({ scenario: "wuxi-2021" });
  await page.whole();
  const before = page.bench.shown.value?.outcome.summaries[0]?.digest;
  const seed = page.root.querySelector<HTMLInputElement>(".controls input") as HTMLInputElement;
  seed.value = "other";
  seed.dispatchEvent(new Event("input", { bubbles: true }));
  await vi.waitFor(() => expect(page.text(".run")).toContain("尚未运行"));
  expect(page.bench.shown.value?.outcome.summaries[0]?.digest).toBe(before);
  page.press("运行");
  await vi.waitFor(() => expect(page.bench.request.value?.seed).toBe("other"));
  await page.whole();
  expect(page.bench.shown.value?.outcome.summaries[0]?.digest).not.toBe(before);
  expect(page.text("footer")).toContain("other");
});

test.each([
  ["99", true],
  ["100", false],
  ["200000", false],
  ["200001", true],
  ["1e3", true],
  ["", true],
])("%j paths: refused by the field is %j", async (typed, refused) => {
  page = openPage({ scenario: "wuxi-2021" });
  page.bench.cancel();
  page.bench.pathsText.value = typed;
  await vi.waitFor(() => {
    const run = page.root.querySelector<HTMLButtonElement>(".controls .primary") as HTMLButtonElement;
    expect(run.disabled).toBe(refused);
  });
});

test("a cancelled run answers at once, keeps what was done under its number of paths, and can be run again", async () => {
  page = openPage({ scenario: "wuxi-2021" });
  await page.whole();
  page.bench.pathsText.value = "200000";
  page.bench.start();
  await vi.waitFor(
    () => {
      const { run } = page.bench;
      expect(run.value.kind === "running" ? (run.value.progress?.done ?? 0) : 0).toBeGreaterThanOrEqual(500);
    },
    { timeout: 20_000 },
  );
  const asked = performance.now();
  page.press("取消");
  expect(performance.now() - asked).toBeLessThan(200);
  expect(page.bench.run.value.kind).toBe("cancelled");
  await vi.waitFor(() => expect(page.text(".notice-provisional")).toMatch(/^部分结果：[\d,]+ 条路径$/), {
    timeout: 10_000,
  });
  expect(page.text(".progress")).toMatch(/已取消，保留/);
  page.bench.pathsText.value = "500";
  page.bench.start();
  await page.whole();
});

test("alternatives are compared on the same paths, ties are declared, and any can be left out", async () => {
  page = openPage();
  await page.whole();
  const rate = page.bench.scenario.value?.rules.contribution.collectionRate.value ?? 0;
  page.drop(
    fileOf({
      base: "zhejiang-2024",
      id: "nearly",
      alternative: { zh: "几乎一样", en: "Nearly" },
      changes: { "rules.contribution.collectionRate": rate * 0.997 },
    }),
  );
  await vi.waitFor(() => expect(page.bench.scenario.value?.id).toBe("nearly"));
  await page.whole();
  page.press("比较");
  await vi.waitFor(() => expect(page.root.querySelector(".compared")).not.toBeNull());
  const rows = (): string[] =>
    [...page.root.querySelectorAll<HTMLElement>(".compared tbody tr")].map((row) => row.innerText);
  const all = page.bench.entry.value?.scenarios.length ?? 0;
  expect(rows()).toHaveLength(all);
  expect(rows().join(" ")).toContain("无显著差异");
  expect(rows().join(" ")).toMatch(/95%：[+−]?[\d.]+ 至/);
  page.root.querySelector<HTMLInputElement>(".chooser input")?.click();
  await vi.waitFor(() => expect(rows()).toHaveLength(all - 1));
});

test("an alternative with other lines shows its own level and no difference, and a chart with only shared lines", async () => {
  page = openPage();
  await page.whole();
  page.drop(
    fileOf({
      base: "zhejiang-2024",
      id: "lower",
      alternative: { zh: "线更低", en: "Lower lines" },
      changes: { "rules.trigger.upper": 8, "rules.trigger.lower": 6 },
    }),
  );
  await vi.waitFor(() => expect(page.bench.scenario.value?.id).toBe("lower"));
  await page.whole();
  page.bench.view.value = "comparison";
  await vi.waitFor(() => expect(page.root.querySelector(".compared")).not.toBeNull());
  const rows = [...page.root.querySelectorAll<HTMLElement>(".compared tbody tr")];
  const cell = (row: HTMLElement | undefined, column: string): string =>
    row?.querySelector<HTMLElement>(`[data-column=${column}]`)?.innerText ?? "";
  const own = rows.find((row) => row.innerText.includes("线更低"));
  expect(cell(rows[0], "act")).toContain("低于 9 个月");
  expect(cell(own, "watch")).toContain("低于 8 个月");
  expect(cell(own, "act")).toContain("低于 6 个月");
  expect(cell(own, "year")).toContain("低于 6 个月");
  for (const column of ["watch", "act", "delay"]) {
    expect(cell(own, column)).toContain("不可比：触发线不同");
    expect(cell(own, column)).not.toContain("95%");
  }
  expect(cell(own, "cannotPay")).toContain("95%");
  expect(page.text(".compared thead")).not.toMatch(/低于 \d/);
  const chart = (): string => page.root.querySelector("[data-picture=compared] svg")?.textContent ?? "";
  await vi.waitFor(() => expect(chart()).toContain("线更低"));
  expect(chart()).not.toMatch(/(触发线|关注线) \d/);
});

test("the balances in the comparison have errors, and what never differs is the same, not a tie", async () => {
  page = openPage();
  page.bench.view.value = "comparison";
  await page.whole();
  const cells = (column: string): string[] =>
    [...page.root.querySelectorAll<HTMLElement>(`[data-column=${column}]`)].map(({ innerText }) => innerText);
  for (const text of cells("closing")) expect(text).toMatch(/亿元 ±[\d.]+/);
  const place = page.bench.shown.value?.request.scenarios.findIndex(({ id }) => id === "zhejiang-2024-never") ?? 0;
  expect(page.bench.shown.value?.outcome.differences[place - 1]?.triggers["act"]).toMatchObject({ onlyA: 0, later: 0 });
  expect(cells("act")[place]).toMatch(/相同$/);
  expect(cells("delay")[place]).toBe("相同");
  expect(page.text(".comparison")).toContain("改变不了第一次触发");
});

test("a comparison without a ticked alternative says how to get one", async () => {
  page = openPage({ scenario: "wuxi-2021" });
  page.bench.view.value = "comparison";
  await page.whole();
  for (const box of page.root.querySelectorAll<HTMLInputElement>(".chooser input")) box.click();
  await vi.waitFor(() => expect(page.text(".comparison .notice")).toContain("没有勾选"));
});

test("charts are stamped with the digests of the runs that they show", async () => {
  page = openPage({ scenario: "wuxi-2021" });
  await page.whole();
  const digests = page.bench.shown.value?.outcome.summaries.map(({ digest }) => digest.slice(0, 8)) ?? [];
  page.bench.chosen.value = 1;
  const stamps = (): string =>
    [...page.root.querySelectorAll(".picture-place")].map(({ textContent }) => textContent).join("\n");
  await vi.waitFor(() => expect(stamps().split(digests[1] ?? "none")).toHaveLength(4), { timeout: 5_000 });
  expect(stamps()).not.toContain(digests[0]);
  page.bench.view.value = "comparison";
  await vi.waitFor(() => expect(stamps()).toContain(digests.join("、")), { timeout: 5_000 });
});

test("a result left behind half way says whose it is, how many paths it has and that it is a part", async () => {
  page = openPage({ scenario: "wuxi-2021" });
  await page.whole();
  page.bench.pathsText.value = "200000";
  page.bench.start();
  const part = (): number => {
    const { request, outcome } = page.bench.shown.value ?? {};
    return request?.paths === 200_000 ? (outcome?.paths ?? 0) : 0;
  };
  await vi.waitFor(() => expect(part()).toBeGreaterThan(0), { timeout: 20_000 });
  expect(page.text(".notice-provisional")).toContain("预览");
  page.bench.choose("zhejiang-2024");
  await vi.waitFor(() => expect(page.text(".notice-stale")).not.toBe(""));
  expect(page.text(".notice-stale")).toContain("无锡");
  expect(page.text(".notice-stale")).toContain(`${part().toLocaleString("en")} 条路径`);
  expect(page.text(".notice-stale")).toContain("部分结果，原定 200,000 条");
  expect(page.text("h1")).toContain(`${part().toLocaleString("en")} 次模拟`);
});

test("before the first answer its place is kept, and a preview of 250 paths comes first", async () => {
  page = openPage({ documents: fewPaths(2_000), scenario: "wuxi-2021" });
  expect(page.text("[role=status].waiting")).toContain("前 250 条路径");
  expect(page.root.querySelector(".skeleton")).not.toBeNull();
  await vi.waitFor(() => expect(page.bench.shown.value).toBeDefined(), { timeout: 20_000 });
  expect(page.bench.shown.value?.outcome.paths).toBeLessThanOrEqual(1_000);
  await vi.waitFor(() => expect(page.root.querySelector(".skeleton")).toBeNull());
  await page.whole();
});

test("a chart whose code did not come is said to be missing and drawn when it is asked for again", async () => {
  page = openPage({ scenario: "wuxi-2021" });
  let broken = true;
  const place = document.createElement("div");
  page.root.after(place);
  const draw = async (width: number): Promise<Figure> => {
    const [summary] = page.bench.shown.value?.outcome.summaries ?? [];
    if (broken || summary === undefined) throw new TypeError("Failed to fetch dynamically imported module");
    const { flowsByYear } = await chartCode.flows();
    return flowsByYear(summary, { title: { zh: "图", en: "Chart" } }, { ...look, width });
  };
  const look = { language: "zh", unit: "yuan", illustrative: false, stamp: "" } as const;
  await page.whole();
  render(
    <BenchContext.Provider value={page.bench}>
      <Picture draw={draw} id="broken" />
    </BenchContext.Provider>,
    place,
  );
  await vi.waitFor(() => expect(place.innerText).toContain("这张图没有画出来"));
  broken = false;
  place.querySelector("button")?.click();
  await vi.waitFor(() => expect(place.querySelector("svg")).not.toBeNull());
  expect(place.innerText).not.toContain("这张图没有画出来");
  render(null, place);
  place.remove();
});

test("a copy of a bundled scenario under its own name keeps the alternatives, and another can join it", async () => {
  page = openPage({ scenario: "wuxi-2021" });
  await page.whole();
  const copy = applyChanges(fewPaths().get("wuxi-2021"), { id: "mine" });
  page.drop(fileOf(copy));
  await vi.waitFor(() => expect(page.bench.entry.value?.id).toBe("opened/mine"));
  const ids = (): string[] => page.bench.entry.value?.scenarios.map(({ id }) => id) ?? [];
  expect(ids()).toEqual(["mine", "wuxi-2021-restore-9", "wuxi-2021-times-1.15"]);
  expect(page.text("select")).toContain("（mine）");
  const own = { zh: "低征缴", en: "Low" };
  page.drop(
    fileOf({ base: "mine", id: "low", alternative: own, changes: { "rules.contribution.collectionRate": 0.8 } }),
  );
  await vi.waitFor(() => expect(ids()).toContain("low"));
  expect(page.bench.entry.value?.id).toBe("opened/mine");
  await page.whole();
});

test("every value is listed with its mark and can be found; a mark explains itself on focus", async () => {
  page = openPage();
  await page.whole();
  page.press("输入与来源");
  await vi.waitFor(() => expect(page.root.querySelectorAll(".values li").length).toBeGreaterThan(100));
  const all = page.root.querySelectorAll(".values li").length;
  const search = page.root.querySelector<HTMLInputElement>("input[type=search]") as HTMLInputElement;
  search.value = "征缴率";
  search.dispatchEvent(new Event("input", { bubbles: true }));
  await vi.waitFor(() => expect(page.root.querySelectorAll(".values li").length).toBeLessThan(all / 10));
  const mark = page.root.querySelector<HTMLElement>(".values .mark") as HTMLElement;
  expect(mark.getAttribute("aria-label")).toMatch(/事实|推算|假设/);
  mark.focus();
  expect(getComputedStyle(mark.querySelector(".mark-tip") as Element).display).toBe("block");
});
