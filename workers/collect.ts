import { blocksOf } from "../src/model/simulation/block.ts";
import type { Session, TaskOptions } from "./pool.ts";
import type { BlockResult } from "./wire.ts";

/** Blocks that may be given out beyond the last one handed on, for each worker. */
const AHEAD = 2;

/**
 * Simulates `paths` paths block by block on the session's workers and hands the results on in path order, whatever the order
 * of arrival. While `onBlock`'s promise is pending no further block is given out, so that memory stays bounded.
 */
export async function collectBlocks(
  session: Session<unknown>,
  paths: number,
  workers: number,
  onBlock: (result: BlockResult) => void | Promise<void>,
  options: TaskOptions = {},
): Promise<void> {
  const blocks = blocksOf(paths);
  const arrived = new Map<number, BlockResult>();
  let given = 0;
  let handedOn = 0;
  let handing = Promise.resolve();
  let wake = (): void => {};
  let moved = new Promise<void>((resolve) => {
    wake = resolve;
  });

  const tooFar = (index: number): boolean => index - handedOn >= AHEAD * workers;

  async function handOn(): Promise<void> {
    for (let result = arrived.get(handedOn); result !== undefined; result = arrived.get(handedOn)) {
      arrived.delete(handedOn);
      await onBlock(result);
      handedOn++;
      wake();
      moved = new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  async function lane(): Promise<void> {
    while (given < blocks.length) {
      const index = given++;
      const block = blocks[index];
      if (block === undefined) return;
      while (tooFar(index)) await moved;
      const { firstPath, paths: count } = block;
      const result = await session.perform(
        `paths ${firstPath} to ${firstPath + count - 1}`,
        (calls) => calls.block(firstPath, count),
        options,
      );
      arrived.set(index, result);
      handing = handing.then(handOn);
      await handing;
    }
  }

  await Promise.all(Array.from({ length: workers }, lane));
}
