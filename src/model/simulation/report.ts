import { type LedgerBlock, type PathEvents } from "./block.ts";
import { digestOfBlock } from "./digest.ts";
import { arraysOfSketch, type Sketch, sketchOf } from "./sketch.ts";

/** What crosses from a worker: a block with its regions condensed to histograms, and its digest. */
export interface BlockReport extends Omit<LedgerBlock, "regions"> {
  readonly digest: string;
  /** Cells in the order of the block's regions: `(region * series + s) * months + t`. */
  readonly sketch: Sketch;
}

/** The report of a block; shares the memory of its arrays except that of the regions, which it does not keep. */
export function reportOf(block: LedgerBlock): BlockReport {
  const { regions, ...kept } = block;
  return { ...kept, digest: digestOfBlock(block), sketch: sketchOf(regions, block.paths) };
}

/** The buffers to move with a report, each once. */
export function transferablesOf(report: BlockReport): ArrayBuffer[] {
  const { pool, years, sharing, tallies, triggers, depletion, sketch } = report;
  return buffersOf([
    pool,
    years,
    sharing,
    tallies,
    ...[...triggers, depletion].flatMap(arraysOfEvents),
    ...arraysOfSketch(sketch),
  ]);
}

export function arraysOfEvents(events: PathEvents): readonly Float64Array[] {
  return [events.first, events.monthsBelow, events.firings];
}

/** The distinct buffers under some arrays; memory shared between threads is not moved. */
export function buffersOf(arrays: readonly ArrayBufferView[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const { buffer } of arrays) if (buffer instanceof ArrayBuffer) buffers.add(buffer);
  return [...buffers];
}
