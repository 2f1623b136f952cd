import type { Bilingual } from "../model/scenario/quantity.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import { monthName } from "./dates.ts";
import type { Language } from "./numbers.ts";

const names: { readonly [segment: string]: Bilingual } = {
  about: { zh: "说明", en: "about" },
  accounts: { zh: "账户与资金流", en: "accounts" },
  aid: { zh: "补助", en: "aid" },
  alternative: { zh: "方案名称", en: "name of the alternative" },
  amount: { zh: "金额", en: "amount" },
  appraisal: { zh: "劳动能力鉴定费", en: "work-capacity appraisal" },
  arrears: { zh: "欠费", en: "arrears" },
  arrearsCatchUp: { zh: "每月补缴欠费的比例", en: "arrears collected each month" },
  article: { zh: "条款", en: "article" },
  base: { zh: "所依据的情景", en: "base" },
  baseRates: { zh: "基准费率（一至八类）", en: "base rates (classes 1–8)" },
  baseReset: { zh: "缴费基数调整月份", en: "month of the contribution base reset" },
  basis: { zh: "基金概况", en: "the fund" },
  benefitPayout: { zh: "工伤保险待遇支出", en: "benefit payout" },
  budgetDraft: { zh: "预算编制月份", en: "month of the budget draft" },
  budgets: { zh: "预算", en: "budgets" },
  by: { zh: "目标月份", en: "target month" },
  calendar: { zh: "资金日历", en: "calendar" },
  call: { zh: "调取未上缴结余", en: "call on local balances" },
  cap: { zh: "上限", en: "cap" },
  changes: { zh: "改动", en: "changes" },
  claimNoise: { zh: "件数与费用的随机性", en: "claim noise" },
  claims: { zh: "每月工伤件数", en: "claims a month" },
  cleanUp: { zh: "暂收暂付清理", en: "clean-up of temporary items" },
  collectionRate: { zh: "征缴率", en: "collection rate" },
  comparison: { zh: "比较方式", en: "comparison" },
  confirmation: { zh: "连续确认次数", en: "confirmation" },
  contribution: { zh: "缴费", en: "contributions" },
  contributionIncome: { zh: "工伤保险费收入", en: "contribution income" },
  contributionRate: { zh: "平均缴费费率", en: "average contribution rate" },
  contributionWage: { zh: "月缴费工资（一至八类）", en: "contribution wage (classes 1–8)" },
  correlation: { zh: "相关系数", en: "correlation" },
  costs: { zh: "其他收支", en: "other items" },
  count: { zh: "支出户数目", en: "number of places" },
  counts: { zh: "计入调取的结余", en: "balances that count" },
  cv: { zh: "变异系数", en: "coefficient of variation" },
  date: { zh: "日期", en: "date" },
  day: { zh: "时点", en: "day of the month" },
  days: { zh: "天数", en: "days" },
  death: { zh: "死亡", en: "death" },
  decision: { zh: "决策", en: "decision" },
  demand: { zh: "活期存款", en: "demand deposits" },
  demandDeposits: { zh: "活期存款上解", en: "demand deposits" },
  denominator: { zh: "分母", en: "denominator" },
  disability: { zh: "伤残", en: "disability" },
  document: { zh: "文件", en: "document" },
  drivers: { zh: "外部变动", en: "outside drivers" },
  effective: { zh: "执行时间", en: "effective date" },
  emergency: { zh: "紧急请款", en: "emergency request" },
  employmentGrowth: { zh: "参保人数增长", en: "employment growth" },
  employmentTrend: { zh: "参保人数增长趋势", en: "employment trend" },
  en: { zh: "英文", en: "English" },
  exceptions: { zh: "例外", en: "exceptions" },
  excessTrend: { zh: "超出工资的年增幅", en: "growth beyond wages" },
  exit: { zh: "退出", en: "exit" },
  experienceFactor: { zh: "费率浮动系数", en: "experience factor" },
  factor: { zh: "上浮倍数", en: "multiple" },
  family: { zh: "分布", en: "distribution" },
  floor: { zh: "下限", en: "floor" },
  frequency: { zh: "工伤发生率（一至八类）", en: "injury frequency (classes 1–8)" },
  frequencyFactor: { zh: "发生率系数", en: "frequency factor" },
  frequencyTrend: { zh: "发生率趋势", en: "frequency trend" },
  from: { zh: "起始月份", en: "first month" },
  groups: { zh: "待遇组", en: "benefit groups" },
  headcount: { zh: "参保人数（一至八类）", en: "insured headcount (classes 1–8)" },
  hindcast: { zh: "事后对照", en: "hindcast" },
  history: { zh: "历史", en: "history" },
  hold: { zh: "最短执行期", en: "minimum time in force" },
  id: { zh: "标识", en: "id" },
  informationLag: { zh: "信息滞后", en: "information lag" },
  injurySeasonality: { zh: "工伤季节性（1–12 月）", en: "seasonality of injuries (Jan–Dec)" },
  interestRate: { zh: "利率", en: "interest rate" },
  kind: { zh: "写法", en: "kind" },
  label: { zh: "标注", en: "label" },
  largeEvent: { zh: "重大事故", en: "large accident" },
  latest: { zh: "开始前的最新值", en: "latest before the start" },
  lead: { zh: "决定到执行的最短时间", en: "time from decision to effect" },
  level: { zh: "线", en: "line" },
  limit: { zh: "限额", en: "limit" },
  loadings: { zh: "随全省变动的程度", en: "loadings on the provincial drivers" },
  local: { zh: "各地存放资金", en: "money with the places" },
  logFrequency: { zh: "发生率（对数）", en: "log frequency" },
  longest: { zh: "最长推迟", en: "longest delay" },
  lower: { zh: "触发线（下沿）", en: "action line (lower edge)" },
  margin: { zh: "计划倍数", en: "multiple of the plan" },
  matures: { zh: "到期月份", en: "month of maturity" },
  mean: { zh: "均值", en: "mean" },
  measure: { zh: "措施", en: "measure" },
  medical: { zh: "医疗", en: "medical" },
  medicalExcess: { zh: "医疗费超额增长", en: "medical excess" },
  medicalLoading: { zh: "随医疗费超额增长的程度", en: "loading on medical excess" },
  mixing: { zh: "年度波动（负二项）", en: "yearly mixing (negative binomial)" },
  month: { zh: "月份", en: "month" },
  months: { zh: "月数", en: "months" },
  name: { zh: "名称", en: "name" },
  numerator: { zh: "分子", en: "numerator" },
  obligation: { zh: "可或应当", en: "may or shall" },
  observation: { zh: "观察时点", en: "observation" },
  of: { zh: "期初结余构成", en: "parts of the opening balance" },
  on: { zh: "在哪条线采取", en: "line that calls for it" },
  onTheWay: { zh: "在途比例", en: "share on the way" },
  opening: { zh: "期初与历史", en: "opening and history" },
  openingBalance: { zh: "期初结余", en: "opening balance" },
  other: { zh: "其他", en: "other" },
  otherIncome: { zh: "其他收入", en: "other income" },
  otherOutgo: { zh: "其他支出", en: "other outgo" },
  outgo: { zh: "支出口径", en: "outgo" },
  paths: { zh: "路径数", en: "paths" },
  payableMonths: { zh: "可支付月数", en: "payable months" },
  payers: { zh: "缺口承担方", en: "payers of a gap" },
  paymentPattern: { zh: "支付进度", en: "payment pattern" },
  payments: { zh: "逐月支付", en: "payments by month" },
  payroll: { zh: "月缴费工资总额", en: "payroll a month" },
  per: { zh: "设置单位", en: "set for each" },
  period: { zh: "提取周期", en: "period" },
  persistence: { zh: "持续性", en: "persistence" },
  perYear: { zh: "每年次数", en: "events a year" },
  pipeline: { zh: "期初未付工伤", en: "past injuries still to be paid" },
  places: { zh: "支出户", en: "places" },
  point: { zh: "实际值", en: "actual figure" },
  points: { zh: "上调百分点", en: "points added" },
  prevention: { zh: "工伤预防费", en: "prevention" },
  proportion: { zh: "调取比例", en: "proportion" },
  reason: { zh: "理由", en: "reason" },
  region: { zh: "统筹区", en: "region" },
  regional: { zh: "各统筹区自身波动", en: "regions' own noise" },
  regions: { zh: "统筹区", en: "regions" },
  remittance: { zh: "上解", en: "remittance" },
  reserve: { zh: "储备金规则", en: "reserve rule" },
  reserveFund: { zh: "储备金", en: "reserve fund" },
  reset: { zh: "重设", en: "set anew" },
  rest: { zh: "其余征缴", en: "what is collected later" },
  rounding: { zh: "费率进位", en: "rounding" },
  rules: { zh: "规则", en: "rules" },
  schema: { zh: "格式版本", en: "version of the format" },
  sd: { zh: "标准差", en: "standard deviation" },
  seasonality: { zh: "季节性（1–12 月）", en: "seasonality (Jan–Dec)" },
  seed: { zh: "种子", en: "seed" },
  series: { zh: "序列", en: "series" },
  severity: { zh: "次均费用", en: "cost of a claim" },
  severityFactor: { zh: "费用系数", en: "cost factor" },
  severityTrend: { zh: "次均费用趋势", en: "severity trend" },
  share: { zh: "比例", en: "share" },
  shortest: { zh: "最短推迟", en: "shortest delay" },
  shortfall: { zh: "资金不足时", en: "shortfall" },
  source: { zh: "来源", en: "source" },
  start: { zh: "开始月份", en: "first month of the run" },
  steps: { zh: "逐级上缴（月末前工作日）", en: "steps before the month end" },
  tailIndex: { zh: "尾部指数", en: "tail index" },
  target: { zh: "目标", en: "target" },
  termDeposits: { zh: "定期存款", en: "term deposits" },
  threshold: { zh: "起点金额", en: "threshold" },
  title: { zh: "名称", en: "title" },
  tolerance: { zh: "容差", en: "tolerance" },
  transferUp: { zh: "上解上级支出", en: "transfer up" },
  trigger: { zh: "触发", en: "trigger" },
  turnoverFund: { zh: "周转金", en: "turnover fund" },
  uncertainty: { zh: "参数不确定性", en: "parameter uncertainty" },
  uncleared: { zh: "未清理金额", en: "what is not cleared" },
  unit: { zh: "单位", en: "unit" },
  unpaid: { zh: "期初未付待遇", en: "benefits unpaid at the start" },
  unremitted: { zh: "未上解资金", en: "money not yet remitted" },
  until: { zh: "终止日期", en: "end" },
  upper: { zh: "关注线（上沿）", en: "watch line (upper edge)" },
  upShare: { zh: "上解比例", en: "part for the upper level" },
  uses: { zh: "用途", en: "uses" },
  wageGrowth: { zh: "工资增长", en: "wage growth" },
  wageShare: { zh: "随工资增长的比例", en: "share that follows wages" },
  wageTrend: { zh: "工资增长趋势", en: "wage trend" },
  what: { zh: "事项", en: "duty" },
  workingDays: { zh: "工作日", en: "working days" },
  year: { zh: "年度", en: "year" },
  zh: { zh: "中文", en: "Chinese" },
};

/** Parts of a path that say nothing to a reader once the group is named. */
const silent = new Set(["regions", "of", "groups"]);

/**
 * The name of a scenario's value in words: "opening.history.0.benefitPayout" as "历史·2023 年 1 月起 12 个月·工伤保险待遇支出".
 * The first part of the path is the group and is left out; regions, periods and payers go by their own names.
 */
export function fieldName(path: string, scenario: Scenario, language: Language): string {
  const segments = path.split(".");
  const shown = segments
    .slice(1)
    .map(
      (segment, i) =>
        ownName(segments.slice(0, i + 2), scenario, language) ??
        (silent.has(segment) ? "" : (partName(segment, language) ?? segment)),
    )
    .filter((name) => name !== "");
  const text = (shown.length === 0 ? [partName(path, language) ?? path] : shown).join(language === "zh" ? "·" : " / ");
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The name of one part of a path, or undefined for a part that has none. */
export function partName(part: string, language: Language): string | undefined {
  return Object.prototype.hasOwnProperty.call(names, part) ? names[part]?.[language] : undefined;
}

/** Name of a member of a list: a region, a period of history, a budget year, a term deposit, a payer, an actual figure. */
function ownName(
  segments: readonly string[],
  { basis, opening, rules, hindcast }: Scenario,
  language: Language,
): string | undefined {
  const list = segments[segments.length - 2];
  const member = segments[segments.length - 1] ?? "";
  const zh = language === "zh";
  switch (list) {
    case "regions":
      return basis.regions.find(({ id }) => id === member)?.name[language];
    case "payers":
      return rules.shortfall.kind === "gap"
        ? rules.shortfall.payers.find(({ id }) => id === member)?.name[language]
        : undefined;
    case "history": {
      const period = opening.history[Number(member)];
      if (period === undefined) return undefined;
      return zh
        ? `${monthName(period.from, "zh")}起 ${period.months} 个月`
        : `${period.months === 1 ? "1 month" : `${period.months} months`} from ${monthName(period.from, "en")}`;
    }
    case "budgets": {
      const budget = opening.budgets[Number(member)];
      return budget === undefined ? undefined : zh ? `${budget.year} 年` : String(budget.year);
    }
    case "local":
    case "exceptions":
    case "places":
      return basis.regions.find(({ id }) => id === placeOf(list, Number(member), opening, rules))?.name[language];
    case "calendar":
      return rules.accounts?.calendar?.find(({ id }) => id === member)?.what[language];
    case "termDeposits": {
      const place = segments[segments.length - 4] === "local" ? Number(segments[segments.length - 3]) : undefined;
      const deposits = place === undefined ? opening.of.termDeposits : opening.of.local?.[place]?.termDeposits;
      const deposit = deposits?.[Number(member)];
      return deposit === undefined
        ? undefined
        : zh
          ? `${monthName(deposit.matures.slice(0, 7), "zh")}到期`
          : `matures ${monthName(deposit.matures.slice(0, 7), "en")}`;
    }
    case "hindcast": {
      const observed = hindcast?.[Number(member)];
      return observed === undefined ? undefined : `${monthName(observed.month, language)} ${observed.label[language]}`;
    }
    default:
      return undefined;
  }
}

/** Region that a member of a list of the accounts is for. */
function placeOf(
  list: "local" | "exceptions" | "places",
  member: number,
  { of }: Scenario["opening"],
  { accounts }: Scenario["rules"],
): string | undefined {
  if (list === "local") return of.local?.[member]?.region;
  if (list === "exceptions") return accounts?.remittance?.exceptions?.[member]?.region;
  const turnover = accounts?.turnoverFund;
  return turnover?.kind === "shareOfMeanMonth" ? turnover.places?.[member]?.region : undefined;
}
