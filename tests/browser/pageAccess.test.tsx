import { afterEach, expect, test, vi } from "vitest";
import { page as screen } from "vitest/browser";
import { type OpenPage, openPage } from "./pageUnderTest.tsx";

let page: OpenPage;
afterEach(() => page.close());

test.each(["zh", "en"] as const)("no accessibility violation in any view, %s", async (language) => {
  page = openPage({ language });
  await page.whole();
  for (const view of ["results", "comparison", "provisions", "paths", "inputs"] as const) {
    page.bench.view.value = view;
    if (view === "results" || view === "comparison") await page.whole();
    if (view === "paths") await page.traced();
    for (const details of page.root.querySelectorAll("details")) details.open = true;
    await vi.waitFor(async () => expect(await page.violations()).toEqual([]), { timeout: 15_000 });
  }
  page.drop(new File(["{}"], "bad.json"));
  await vi.waitFor(() => expect(page.root.querySelector("[role=alert]")).not.toBeNull());
  expect(await page.violations()).toEqual([]);
});

test("nothing is cut or too small from 360 to 1,920 px, in any view and language", async () => {
  page = openPage();
  await page.whole();
  for (const width of [360, 768, 900, 1100, 1280, 1440, 1920]) {
    await screen.viewport(width, 900);
    for (const language of ["zh", "en"] as const) {
      page.bench.language.value = language;
      for (const view of ["results", "comparison", "provisions", "paths", "inputs"] as const) {
        page.bench.view.value = view;
        if (view === "paths") await page.traced();
        await new Promise((resume) => setTimeout(resume, 150));
        expect({ width, language, view, ...faults(page.root, width) }).toEqual({
          width,
          language,
          view,
          wider: 0,
          small: [],
          beyond: [],
          number: true,
        });
      }
    }
  }
  await screen.viewport(1280, 900);
});

function faults(root: HTMLElement, width: number): object {
  const wider = Math.max(0, document.documentElement.scrollWidth - width);
  return { wider, small: smallTexts(root), beyond: beyondCentre(root), number: widestFits(root) };
}

/** Whether the widest share, that of nearly all of 200,000 paths, fits the column of a big number. */
function widestFits(root: HTMLElement): boolean {
  const number = root.querySelector<HTMLElement>(".big b");
  const text = number?.firstChild;
  if (number === null || text === null || text === undefined) return true;
  const before = text.textContent;
  text.textContent = ">99.998%";
  const fits = number.scrollWidth <= (number.parentElement?.clientWidth ?? 0);
  text.textContent = before;
  return fits;
}

/** Texts below 12 px. */
function smallTexts(root: HTMLElement): string[] {
  return [...root.querySelectorAll<HTMLElement>("*")]
    .filter((each) => each.closest("desc, style") === null)
    .filter((each) => [...each.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE))
    .filter((each) => Number.parseFloat(getComputedStyle(each).fontSize) < 12)
    .map((each) => each.outerHTML.slice(0, 80));
}

/** Parts of the centre that reach beyond it. */
function beyondCentre(root: HTMLElement): string[] {
  const main = root.querySelector("main")?.getBoundingClientRect();
  if (main === undefined) return ["no main"];
  return [...root.querySelectorAll<HTMLElement>("main *")]
    .filter((each) => each.closest(".scroller, .unseen, .mark, details") === null && each.closest("svg") === null)
    .filter((each) => each.getBoundingClientRect().right > main.right + 1)
    .map((each) => each.outerHTML.slice(0, 80));
}
