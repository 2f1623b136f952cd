import { afterEach, expect, test, vi } from "vitest";
import type { Documents } from "../../src/app/catalogue.ts";
import { fewPaths, type OpenPage, openPage } from "./pageUnderTest.tsx";

let page: OpenPage;
afterEach(() => page.close());

/** The bundled files, with a Zhejiang that names its documents whatever parts it is put together from. */
function withProvisions(provisions = ["provisions/national", "provisions/zhejiang"]): Documents {
  const documents = new Map(fewPaths());
  const file = documents.get("zhejiang-2024");
  if (typeof file !== "object" || file === null) throw new Error("no Zhejiang");
  return documents.set("zhejiang-2024", "includes" in file ? file : { ...file, provisions });
}

function open(language: "zh" | "en" = "zh", documents = withProvisions()): void {
  page = openPage({ documents, language });
  page.bench.view.value = "provisions";
}

function articles(): HTMLElement[] {
  return [...page.root.querySelectorAll<HTMLElement>("details.article")];
}

function article(id: string): HTMLDetailsElement {
  const found = page.root.querySelector<HTMLDetailsElement>(`[data-article="${id}"]`);
  if (found === null) throw new Error(`no article ${id}`);
  return found;
}

function search(text: string): void {
  const field = page.root.querySelector<HTMLInputElement>(".provisions input[type=search]") as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

test("the province's own articles stand open to reading, national law behind a closed heading after them", async () => {
  open();
  await vi.waitFor(() => expect(articles().length).toBeGreaterThan(80));
  const documents = [...page.root.querySelectorAll<HTMLElement>(".provisions-document")];
  expect(documents.map((each) => each.querySelector("h2")?.textContent)).toEqual([
    "浙江省人民政府办公厅关于工伤保险省级统筹的实施意见",
    "工伤保险的全国性规定",
  ]);
  expect(documents[0]?.querySelectorAll(".article")).toHaveLength(53);
  expect(documents[0]?.innerText).toContain("浙政办发〔2023〕62号");
  expect(documents[0]?.innerText).toContain("2024 年 1 月 1 日起施行");
  expect(documents[1]?.querySelector("details")?.open).toBe(false);
});

test("an opened article tells its place, its first words, and the values of the scenario that carry it", async () => {
  open();
  await vi.waitFor(() => expect(articles().length).toBeGreaterThan(0));
  const trigger = article("000-R12");
  expect(trigger.querySelector("summary")?.innerText).toContain("计入推演");
  trigger.querySelector("summary")?.click();
  await vi.waitFor(() => expect(trigger.querySelector(".article-body")).not.toBeNull());
  const text = trigger.querySelector<HTMLElement>(".article-body")?.innerText ?? "";
  expect(text).toContain("浙政办发〔2023〕62号");
  expect(text).toContain("二（一）2 第 7 句");
  expect(trigger.querySelector("dd[lang=zh-CN]")?.textContent).toBe("“当全省基金支付能力低于9……”");
  const values = [...trigger.querySelectorAll<HTMLElement>(".values li")].map(({ innerText }) => innerText);
  expect(values.some((value) => value.includes("关注线（上沿）") && value.includes("12 个月"))).toBe(true);
  expect(trigger.querySelectorAll(".values .mark").length).toBe(values.length);
});

test("an article that is not calculated says why", async () => {
  open();
  await vi.waitFor(() => expect(articles().length).toBeGreaterThan(0));
  for (const [id, words] of [
    ["000-R04", "没有数据"],
    ["000-R01", "没有可以计算的数"],
  ] as const) {
    article(id).open = true;
    await vi.waitFor(() => expect(article(id).innerText).toContain(words));
    expect(article(id).querySelector(".values")).toBeNull();
  }
});

test("articles can be found by word, place and number in both languages, and filtered by mark", async () => {
  open("en");
  await vi.waitFor(() => expect(articles().length).toBeGreaterThan(80));
  search("000-R12");
  await vi.waitFor(() => expect(articles()).toHaveLength(1));
  search("周转金");
  await vi.waitFor(() => expect(articles().length).toBeGreaterThan(0));
  expect(articles().length).toBeLessThan(20);
  search("no such words");
  await vi.waitFor(() => expect(page.text(".provisions")).toContain("No article fits"));
  search("");
  await vi.waitFor(() => expect(articles().length).toBeGreaterThan(80));
  for (const label of page.root.querySelectorAll<HTMLElement>(".provisions .segments label")) {
    if (label.innerText.trim() === "in the model") label.click();
  }
  await vi.waitFor(() => expect(articles().length).toBeLessThan(80));
  expect(articles().every((each) => each.querySelector(".article-modelled") !== null)).toBe(true);
  expect(page.root.querySelector<HTMLDetailsElement>(".provisions-document:last-child details")?.open).toBe(true);
});

test("a scenario without documents says so and lists nothing; one that the page lacks is named", async () => {
  page = openPage({ scenario: "wuxi-2021" });
  page.bench.view.value = "provisions";
  await vi.waitFor(() => expect(page.text(".provisions")).toContain("没有写明依据的文件"));
  expect(articles()).toHaveLength(0);
  page.close();
  const documents = new Map(withProvisions());
  const file = documents.get("zhejiang-2024") as object;
  if ("includes" in file) return;
  open("zh", documents.set("zhejiang-2024", { ...file, provisions: ["provisions/elsewhere"] }));
  await vi.waitFor(() => expect(page.text(".provisions")).toContain("provisions/elsewhere"));
});

test.each(["zh", "en"] as const)("no accessibility violation with every article open, %s", async (language) => {
  open(language);
  await vi.waitFor(() => expect(articles().length).toBeGreaterThan(80));
  for (const id of ["000-R01", "000-R04", "000-R12"]) article(id).open = true;
  const fold = page.root.querySelector<HTMLDetailsElement>(".provisions-document > details");
  if (fold !== null) fold.open = true;
  await vi.waitFor(() => expect(article("000-R12").querySelector(".article-body")).not.toBeNull());
  await vi.waitFor(async () => expect(await page.violations()).toEqual([]), { timeout: 15_000 });
});
