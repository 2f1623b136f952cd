import { z } from "zod";

/** One value for each disability grade 伤残等级 from `first` to 10, the gravest first. */
export function byGrade<T extends z.ZodType>(value: T, first: number): z.ZodArray<T> {
  return z.array(value).length(11 - first, { error: `grades ${first} to 10` });
}

/** Shares of the grades `first` to `last` among the cases of an outcome. */
export function gradeShares(first: number, last: number): z.ZodType<number[]> {
  return z
    .array(z.number().min(0).max(1))
    .length(last - first + 1, { error: `grades ${first} to ${last}` })
    .refine((shares) => Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-6, {
      error: "shares that add up to 1",
    });
}

/** Σ share × value over the grades from `first` on; `values` begins with `valuesFirst` and grades before it have none. */
export function overGrades(
  shares: readonly number[],
  first: number,
  values: readonly number[],
  valuesFirst: number,
): number {
  return shares.reduce((sum, share, i) => sum + share * (values[first + i - valuesFirst] ?? 0), 0);
}
