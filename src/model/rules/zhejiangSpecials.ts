/**
 * Zhejiang's own articles on long-term benefits that are settled at once or prepaid (Zhejiang Work Injury Insurance Regulations
 * 2017, amended 2020). Pure functions; amounts in yuan.
 */

/** Article 34: yearly provincial wages that an uninsured person of grades 1–4 may take at once, from the employer. */
export const settlementYears: readonly number[] = [16, 14, 12, 10];

/** Article 34: one-time settlement of grades 1–4 by the employer; 0 for other grades. */
export function settlement(grade: number, averageWage: number): number {
  return (settlementYears[grade - 1] ?? 0) * 12 * averageWage;
}

/** Article 35: years for which a survivor's pension is commuted: 20, one less for each year of age above 60, 5 from 75 on. */
export function commutationYears(age: number): number {
  if (age >= 75) return 5;
  return Math.min(20, 20 - Math.max(0, Math.floor(age) - 60));
}

/** Article 35: lump sum for a survivor's monthly pension. */
export function commutedPension(monthly: number, age: number): number {
  return monthly * 12 * commutationYears(age);
}

/** Article 26: allowance that the fund goes on paying to grades 1–4 who reach retirement age without a right to a pension. */
export function allowanceAfterRetirement(allowance: number, personalAccountMonthly: number): number {
  return Math.max(0, allowance - personalAccountMonthly);
}

/** Article 36: what a bankrupt employer prepays for one monthly benefit; the fund then pays it month by month. */
export function prepayment(monthly: number, months: number): number {
  return monthly * months;
}
