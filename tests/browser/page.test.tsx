import { afterEach, expect, test, vi } from "vitest";
import { type OpenPage, openPage } from "./pageUnderTest.tsx";

let page: OpenPage;
afterEach(() => page.close());

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

test.each(["results", "comparison", "inputs"] as const)(
  "the view of %s is English when English is chosen, but for names and citations, and Chinese again after",
  async (view) => {
    page = openPage();
    await page.whole();
    page.bench.view.value = view;
    for (const label of page.root.querySelectorAll<HTMLElement>(".segments label")) {
      if (label.innerText.trim() === "EN") label.click();
    }
    await vi.waitFor(() => expect(document.documentElement.lang).toBe("en"));
    if (view !== "inputs") await page.whole();
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
  page.press("比较");
  await page.whole();
  const rows = (): string[] =>
    [...page.root.querySelectorAll<HTMLElement>(".compared tbody tr")].map((row) => row.innerText);
  const all = page.bench.entry.value?.scenarios.length ?? 0;
  expect(rows()).toHaveLength(all);
  expect(rows().join(" ")).toContain("无显著差异");
  expect(rows().join(" ")).toMatch(/95%：[+−]?[\d.]+ 至/);
  page.root.querySelector<HTMLInputElement>(".chooser input")?.click();
  await vi.waitFor(() => expect(rows()).toHaveLength(all - 1));
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
