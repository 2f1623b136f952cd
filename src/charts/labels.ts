/**
 * Positions as near as possible to the wanted ones, in their order, at which boxes of the given heights neither overlap nor
 * leave [top, bottom]. Wanted and given positions are centres. Where the boxes do not fit at all they still do not overlap,
 * and the last ones leave at the bottom.
 */
export function spread(
  wanted: readonly { readonly centre: number; readonly height: number }[],
  top: number,
  bottom: number,
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a]?.centre ?? 0) - (wanted[b]?.centre ?? 0) || a - b);
  /** Runs of touching boxes, each at the mean of what its members want. */
  const runs: { members: number[]; height: number; start: number }[] = [];
  const settle = (members: number[]) => {
    let height = 0;
    let sum = 0;
    for (const i of members) {
      const box = wanted[i] ?? { centre: 0, height: 0 };
      sum += box.centre - box.height / 2 - height;
      height += box.height;
    }
    const start = Math.max(top, Math.min(bottom - height, sum / members.length));
    return { members, height, start };
  };
  for (const i of order) {
    let run = settle([i]);
    for (let above = runs[runs.length - 1]; above && above.start + above.height > run.start; ) {
      runs.pop();
      run = settle([...above.members, ...run.members]);
      above = runs[runs.length - 1];
    }
    runs.push(run);
  }
  const centres = wanted.map(() => 0);
  for (const run of runs) {
    let y = run.start;
    for (const i of run.members) {
      const height = wanted[i]?.height ?? 0;
      centres[i] = y + height / 2;
      y += height;
    }
  }
  return centres;
}
