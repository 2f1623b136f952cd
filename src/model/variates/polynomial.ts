/**
 * Coefficients c0, c1, … of the polynomial through the points (nodes[i], values[i]), written to `out` from `at` on.
 * Newton's divided differences, expanded; nodes must differ.
 */
export function interpolate(nodes: readonly number[], values: readonly number[], out: Float64Array, at: number): void {
  const n = nodes.length;
  const differences = values.slice();
  for (let order = 1; order < n; order += 1) {
    for (let i = n - 1; i >= order; i -= 1) {
      differences[i] = (differences[i] - differences[i - 1]) / (nodes[i] - nodes[i - order]);
    }
  }
  out.fill(0, at, at + n);
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let power = n - 1; power >= 1; power -= 1) out[at + power] = out[at + power - 1] - nodes[i] * out[at + power];
    out[at] = differences[i] - nodes[i] * out[at];
  }
}
