/**
 * Band of a schedule in which a figure lies: 0 below the first edge, i from edge i − 1 (included) to edge i. A figure without a
 * number (no outgo) lies in the last band.
 */
export function bandOf(edges: readonly number[], figure: number): number {
  let band = 0;
  while (band < edges.length && !(figure < edges[band])) band++;
  return band;
}
