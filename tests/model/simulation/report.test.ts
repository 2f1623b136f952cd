import { expect, test } from "vitest";
import { digestOfBlock } from "../../../src/model/simulation/digest.ts";
import { reportOf, transferablesOf } from "../../../src/model/simulation/report.ts";
import { spreadOfCell } from "../../../src/model/simulation/sketch.ts";
import { blockOf, shapeOf } from "./blocks.ts";

test("a report crosses to another thread by transfer, without the regions' paths and unchanged", () => {
  const shape = shapeOf({ paths: 250 });
  const block = blockOf(shape, 0, { region: (_, s, t) => 100 * s + t });
  const report = reportOf(block);
  expect("regions" in report).toBe(false);
  expect(report.digest).toBe(digestOfBlock(block));
  const copy = structuredClone(report);
  const moved = structuredClone(report, { transfer: transferablesOf(report) });
  expect(moved).toEqual(copy);
  expect(
    report.pool.length +
      report.sharing.length +
      report.years.length +
      report.sketch.keys.length +
      report.triggers[0].first.length,
  ).toBe(0);
  // Cell of series 4 in month 2 of 3.
  expect(spreadOfCell(moved.sketch, 4 * 3 + 2).mean).toBe(402);
});

test("arrays on one buffer are moved once", () => {
  const block = blockOf(shapeOf(), 0);
  const joint = new Float64Array(12);
  const depletion = { first: joint.subarray(0, 4), monthsBelow: joint.subarray(4, 8), firings: joint.subarray(8) };
  const buffers = transferablesOf(reportOf({ ...block, depletion }));
  expect(new Set(buffers).size).toBe(buffers.length);
});
