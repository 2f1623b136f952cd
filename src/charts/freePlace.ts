/** A box in px of the picture. */
export interface PlacedBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Points of a curve in px, from left to right. */
export type Curve = readonly { readonly x: number; readonly y: number }[];

/** Room in px between a box and a curve. */
const CLEARANCE = 3;
/** Distance in px at which curves are looked at. */
const STEP = 3;

/** The box that touches no taken one and that the curves cover least, the first of equals. */
export function freePlace(
  boxes: readonly PlacedBox[],
  curves: readonly Curve[],
  taken: readonly PlacedBox[] = [],
): PlacedBox | undefined {
  let best: PlacedBox | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    if (taken.some((other) => touch(box, other))) continue;
    const covered = coverage(box, curves);
    if (covered < least) [best, least] = [box, covered];
  }
  return best;
}

function touch(a: PlacedBox, b: PlacedBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Number of looks at which a curve runs through the box. */
function coverage(box: PlacedBox, curves: readonly Curve[]): number {
  let found = 0;
  for (const curve of curves) {
    let i = 1;
    for (let x = box.left - CLEARANCE; x <= box.right + CLEARANCE; x += STEP) {
      while (i < curve.length - 1 && (curve[i]?.x ?? 0) < x) i++;
      const [from, to] = [curve[i - 1], curve[i]];
      if (from === undefined || to === undefined || x < from.x || x > to.x) continue;
      const y = from.y + ((to.y - from.y) * (x - from.x)) / Math.max(to.x - from.x, 1e-9);
      if (y > box.top - CLEARANCE && y < box.bottom + CLEARANCE) found++;
    }
  }
  return found;
}
