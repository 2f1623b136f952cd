import { type LedgerBlock, seriesNames } from "./block.ts";
import { sha256 } from "./sha256.ts";

/**
 * Digest of a block: SHA-256, as lower-case hex, of the pool's seven columns as little-endian float64, in the order path by
 * path, month by month, column by column as in `seriesNames`: 8 × 7 × months × paths bytes, whatever the storage of the
 * block. −0 enters as 0 and every NaN as 7ff8000000000000, so equal tables give equal bytes in every engine.
 */
export function digestOfBlock(block: Pick<LedgerBlock, "paths" | "months" | "pool">): string {
  const { paths, months, pool } = block;
  const columns = seriesNames.length;
  const values = new Float64Array(paths * months * columns);
  // Every supported engine is little-endian; the words are needed because a NaN's bits survive no arithmetic rule.
  const words = new Uint32Array(values.buffer);
  for (let p = 0, at = 0; p < paths; p += 1) {
    for (let t = 0; t < months; t += 1) {
      for (let s = 0; s < columns; s += 1, at += 1) {
        const value = pool[(s * months + t) * paths + p];
        if (Number.isNaN(value)) words[2 * at + 1] = 0x7ff80000;
        else values[at] = value + 0;
      }
    }
  }
  return sha256(new Uint8Array(values.buffer));
}

/**
 * Digest of a run: SHA-256, as lower-case hex, of the ASCII text of its block digests in order of path, 64 characters each
 * with nothing between them. So shards merge by their block digests alone.
 */
export function digestOfRun(blockDigests: readonly string[]): string {
  return sha256(Uint8Array.from(blockDigests.join(""), (character) => character.charCodeAt(0)));
}
