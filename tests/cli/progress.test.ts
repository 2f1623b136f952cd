import { expect, test } from "vitest";
import { progressOn } from "../../src/cli/progress.ts";

function shown(isTTY: boolean): string[] {
  const texts: string[] = [];
  let clock = 0;
  const show = progressOn({ isTTY, write: (text: string) => texts.push(text) }, () => clock);
  for (const [at, done, secondsLeft] of [
    [0, 250, undefined],
    [50, 500, 1],
    [300, 750, 0.44],
    [310, 1_000, 0],
  ] as const) {
    clock = at;
    show({ done, of: 1_000, secondsLeft });
  }
  return texts;
}

test("a pipe gets JSON lines, at most five a second and the last one always", () => {
  expect(shown(false).map((line) => JSON.parse(line) as unknown)).toEqual([
    { done: 250, of: 1_000 },
    { done: 750, of: 1_000, secondsLeft: 0.4 },
    { done: 1_000, of: 1_000, secondsLeft: 0 },
  ]);
});

test("a terminal gets a bar that is drawn over itself and ends with a new line", () => {
  const bars = shown(true);
  expect(bars).toHaveLength(3);
  expect(bars[1]).toMatch(/^\r\[#{22}\.{8}\] {2}75 % {2}750 of 1000 paths, 1 s left *$/);
  expect(bars[2]).toMatch(/^\r\[#{30}\] 100 % {2}1000 of 1000 paths *\n$/);
});
