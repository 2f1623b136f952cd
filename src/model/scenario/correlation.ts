/**
 * Lower triangular L with L·Lᵀ = matrix (Cholesky), or undefined if the matrix is not positive semidefinite. A pivot
 * within 1e-10 of zero counts as zero, so that perfectly correlated drivers are accepted.
 */
export function correlationFactor(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const size = matrix.length;
  const factor = matrix.map(() => new Array<number>(size).fill(0));
  for (let j = 0; j < size; j++) {
    let pivot = matrix[j][j];
    for (let k = 0; k < j; k++) pivot -= factor[j][k] * factor[j][k];
    if (pivot < -1e-10) return undefined;
    const root = pivot > 1e-10 ? Math.sqrt(pivot) : 0;
    factor[j][j] = root;
    for (let i = j + 1; i < size; i++) {
      let rest = matrix[i][j];
      for (let k = 0; k < j; k++) rest -= factor[i][k] * factor[j][k];
      if (root === 0 && Math.abs(rest) > 1e-7) return undefined;
      factor[i][j] = root === 0 ? 0 : rest / root;
    }
  }
  return factor;
}
