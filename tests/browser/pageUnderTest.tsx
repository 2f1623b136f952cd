import axe from "axe-core";
import { render } from "preact";
import { expect, vi } from "vitest";
import { type Bench, createBench } from "../../src/app/bench.ts";
import { bundledDocuments, type Documents } from "../../src/app/catalogue.ts";
import { Page } from "../../src/app/page.tsx";
import type { Runner } from "../../src/app/runner.ts";
import { applyChanges, baseOf } from "../../src/model/scenario/overlay.ts";
import "../../src/app/tokens.css";
import "../../src/app/frame.css";
import "../../src/app/controls.css";
import "../../src/app/notices.css";
import "../../src/app/results.css";
import "../../src/app/rule.css";
import "../../src/app/lists.css";
import "../../src/app/provisions.css";
import "../../src/app/paths.css";

/** The bundled scenarios with few paths, so that a test does not wait. */
export function fewPaths(paths = 250): Documents {
  const documents = bundledDocuments();
  return new Map(
    [...documents].map(([id, file]) => [
      id,
      id.includes("/") || baseOf(file) !== undefined ? file : applyChanges(file, { paths }),
    ]),
  );
}

export interface OpenPage {
  readonly bench: Bench;
  readonly root: HTMLElement;
  /** The visible text of what the selector finds first. */
  text(selector: string): string;
  /** Waits until the full result of what is chosen is shown and its pictures are drawn. */
  whole(): Promise<void>;
  /** Waits until a path is shown month by month. */
  traced(): Promise<void>;
  press(name: string | RegExp): void;
  /** Drops files on the page as a person would. */
  drop(...files: File[]): void;
  /** Accessibility violations, as id and markup. */
  violations(): Promise<unknown[]>;
  close(): void;
}

/** A page in the document, in Chinese unless told otherwise, with Zhejiang chosen. */
export function openPage(
  options: {
    readonly documents?: Documents;
    readonly language?: "zh" | "en";
    readonly runner?: Runner;
    readonly scenario?: string;
  } = {},
): OpenPage {
  localStorage.clear();
  const bench = createBench(options.documents ?? fewPaths(), options.runner);
  bench.language.value = options.language ?? "zh";
  const root = document.createElement("div");
  document.body.append(root);
  bench.choose(options.scenario ?? bench.entries.value[0]?.id ?? "");
  render(<Page bench={bench} />, root);
  const text = (selector: string): string => root.querySelector<HTMLElement>(selector)?.innerText ?? "";
  return {
    bench,
    root,
    text,
    whole: () =>
      vi.waitFor(
        () => {
          expect(bench.run.value.kind).toBe("done");
          expect(root.querySelector("[data-state=whole]")).not.toBeNull();
          const places = [...root.querySelectorAll(".picture-place")];
          expect(places.length).toBeGreaterThan(0);
          for (const place of places) expect(place.querySelector("svg")).not.toBeNull();
        },
        { timeout: 60_000 },
      ),
    traced: () =>
      vi.waitFor(() => expect(root.querySelector("[aria-busy=false] [data-month]")).not.toBeNull(), {
        timeout: 60_000,
      }),
    press: (name) => {
      const button = [...root.querySelectorAll("button")].find((each) =>
        typeof name === "string" ? each.textContent === name : name.test(each.textContent),
      );
      if (button === undefined) throw new Error(`no button ${String(name)}`);
      button.click();
    },
    drop: (...files) => {
      const dataTransfer = new DataTransfer();
      for (const file of files) dataTransfer.items.add(file);
      for (const type of ["dragenter", "dragover", "drop"]) {
        root.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      }
    },
    violations: async () => {
      const { violations } = await axe.run(document, { rules: { "page-has-heading-one": { enabled: true } } });
      return violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)]);
    },
    close: () => {
      render(null, root);
      root.remove();
      bench.end();
    },
  };
}
