import { payerOfStep } from "../model/scenario/payers.ts";
import type { Bilingual } from "../model/scenario/quantity.ts";
import type { Scenario } from "../model/scenario/schema.ts";
import type { PensionKind, Sex } from "../model/variates/variates.ts";
import { monthName } from "./dates.ts";
import type { Language } from "./numbers.ts";

const names: { readonly [segment: string]: Bilingual } = {
  about: { zh: "说明", en: "about" },
  advance: { zh: "预支或先行支付", en: "advance" },
  after: { zh: "新年龄", en: "new age" },
  ages: { zh: "各年龄人数", en: "persons by age" },
  above: { zh: "更高档次", en: "above" },
  aid: { zh: "补助", en: "aid" },
  alternative: { zh: "方案名称", en: "name of the alternative" },
  amount: { zh: "金额", en: "amount" },
  appliesTo: { zh: "适用范围", en: "what it applies to" },
  appraisal: { zh: "劳动能力鉴定费", en: "work-capacity appraisal" },
  approved: { zh: "获批比例", en: "part approved" },
  arrears: { zh: "欠费", en: "arrears" },
  arrearsCatchUp: { zh: "每月补缴欠费的比例", en: "arrears collected each month" },
  article: { zh: "条款", en: "article" },
  balance: { zh: "结余", en: "balance" },
  averageWage: { zh: "平均工资", en: "average wage" },
  bands: { zh: "分档", en: "bands" },
  atThreshold: { zh: "恰在分界时", en: "on a threshold" },
  average: { zh: "平均工资", en: "average wage" },
  awards: { zh: "新增定期待遇", en: "new pensions" },
  base: { zh: "所依据的情景", en: "base" },
  baseRates: { zh: "基准费率（一至八类）", en: "base rates (classes 1–8)" },
  baseReset: { zh: "缴费基数调整月份", en: "month of the contribution base reset" },
  basis: { zh: "基金概况", en: "the fund" },
  before: { zh: "原年龄", en: "old age" },
  benefitPayout: { zh: "工伤保险待遇支出", en: "benefit payout" },
  benefits: { zh: "法定待遇", en: "statutory benefits" },
  below: { zh: "低于", en: "below" },
  bonuses: { zh: "奖励金额", en: "bonuses" },
  budget: { zh: "预算管理", en: "budget" },
  budgetDraft: { zh: "预算编制月份", en: "month of the budget draft" },
  budgets: { zh: "预算", en: "budgets" },
  by: { zh: "目标月份", en: "target month" },
  called: { zh: "提出申请的条件", en: "when a place may apply" },
  calibrated: { zh: "期初平均系数", en: "average factor at the start" },
  cap: { zh: "上限", en: "cap" },
  care: { zh: "医疗费构成", en: "parts of medical cost" },
  cases: { zh: "每件认定的先行支付件数", en: "advances for each recognised claim" },
  ceiling: { zh: "合计上限", en: "ceiling of a family" },
  changes: { zh: "改动", en: "changes" },
  cityRates: { zh: "各地基准费率", en: "base rates of each place" },
  cities: { zh: "各市调整", en: "cities" },
  claimNoise: { zh: "件数与费用的随机性", en: "claim noise" },
  construction: { zh: "工程项目", en: "construction projects" },
  contracts: { zh: "合同额的分布", en: "sizes of contracts" },
  contractValue: { zh: "每年开工项目的合同额", en: "contract value of projects started a year" },
  duration: { zh: "项目工期的分布", en: "spread of the work over a project" },
  form: { zh: "计费方式", en: "form" },
  medicalCare: { zh: "医疗待遇", en: "medical care" },
  past: { zh: "此前开工量与期初之比", en: "projects started before, against the start" },
  perItem: { zh: "逐项计算待遇", en: "benefits item by item" },
  projects: { zh: "工程项目缴费", en: "contributions of projects" },
  rate: { zh: "费率", en: "rate" },
  rates: { zh: "各地各期费率", en: "rates by place and date" },
  steps: { zh: "各档", en: "steps" },
  upTo: { zh: "上限", en: "up to" },
  claims: { zh: "每月工伤件数", en: "claims a month" },
  class1: { zh: "一类行业", en: "class 1" },
  cleanCycles: { zh: "无工伤的周期数", en: "cycles without a claim" },
  cleanFactor: { zh: "无工伤后的系数", en: "factor after clean cycles" },
  classRates: { zh: "新的基准费率（一至八类）", en: "new base rates (classes 1–8)" },
  collectionRate: { zh: "征缴率", en: "collection rate" },
  comparison: { zh: "比较方式", en: "comparison" },
  confirmation: { zh: "连续确认次数", en: "confirmation" },
  consent: { zh: "省级是否同意提高", en: "consent of the province" },
  constraint: { zh: "预算约束", en: "constraint" },
  contribution: { zh: "缴费", en: "contributions" },
  contributionBase: { zh: "缴费基数", en: "contribution base" },
  contributionIncome: { zh: "工伤保险费收入", en: "contribution income" },
  contributionRate: { zh: "平均缴费费率", en: "average contribution rate" },
  contributionWage: { zh: "月缴费工资（一至八类）", en: "contribution wage (classes 1–8)" },
  correlation: { zh: "相关系数", en: "correlation" },
  costRate: { zh: "占缴费基数的比例", en: "share of the contribution base" },
  costs: { zh: "其他收支", en: "other items" },
  covered: { zh: "结余能弥补时", en: "where the balance covers the gaps" },
  cut: { zh: "下调幅度", en: "cut" },
  cv: { zh: "变异系数", en: "coefficient of variation" },
  cycle: { zh: "浮动周期", en: "cycle" },
  days: { zh: "折算天数", en: "days in a month" },
  death: { zh: "死亡", en: "death" },
  deathGrant: { zh: "一次性工亡补助金", en: "death grant" },
  decision: { zh: "决策", en: "decision" },
  declared: { zh: "宣告死亡所需月数", en: "months until death is declared" },
  definition: { zh: "计发基数口径", en: "definition of the base wage" },
  delay: { zh: "追回所需月数", en: "months until recovery" },
  delays: { zh: "支付时滞", en: "delays" },
  deficit: { zh: "预算当期赤字时", en: "budgeted deficit" },
  denominator: { zh: "分母", en: "denominator" },
  devices: { zh: "辅助器具费", en: "devices" },
  disability: { zh: "伤残", en: "disability" },
  disabled: { zh: "伤残人员", en: "disabled persons" },
  disease: { zh: "职业病", en: "occupational disease" },
  document: { zh: "文件", en: "document" },
  downward: { zh: "能否下调", en: "whether it may fall" },
  drivers: { zh: "外部变动", en: "outside drivers" },
  edges: { zh: "区间界限", en: "edges of the bands" },
  effective: { zh: "执行时间", en: "effective date" },
  employees: { zh: "每单位职工人数", en: "employees of an employer" },
  employerMonths: { zh: "单位继续发工资的月数", en: "months paid by the employer" },
  employment: { zh: "一次性伤残就业补助金（单位）", en: "employment subsidy (employer)" },
  employmentGrowth: { zh: "参保人数增长", en: "employment growth" },
  employmentTrend: { zh: "参保人数增长趋势", en: "employment trend" },
  en: { zh: "英文", en: "English" },
  everyMonths: { zh: "每推迟一个月相隔的月数", en: "months of birth for one month more" },
  everyYears: { zh: "调整间隔", en: "years between adjustments" },
  excessFactor: { zh: "死亡率倍数", en: "excess mortality" },
  excessMeasure: { zh: "结余超限时的措施", en: "measure at the upper edge" },
  excessTrend: { zh: "超出工资的年增幅", en: "growth beyond wages" },
  exemptYears: { zh: "豁免年度", en: "exempt years" },
  exit: { zh: "退出", en: "exit" },
  experience: { zh: "费率浮动", en: "experience rating" },
  experienceFactor: { zh: "费率浮动系数", en: "experience factor" },
  factor: { zh: "上浮倍数", en: "multiple" },
  factors: { zh: "各区间的倍数", en: "multiples by band" },
  family: { zh: "分布", en: "distribution" },
  female: { zh: "女", en: "women" },
  first: { zh: "首次调整月份", en: "first adjustment" },
  float: { zh: "各市可浮动的幅度", en: "range left to cities" },
  forgone: { zh: "少收保费的口径", en: "contributions forgone" },
  floor: { zh: "下限", en: "floor" },
  formerRates: { zh: "统一前的基准费率（一至八类）", en: "former base rates (classes 1–8)" },
  floatingSteps: { zh: "费率浮动档次", en: "steps of rate floating" },
  frequency: { zh: "工伤发生率（一至八类）", en: "injury frequency (classes 1–8)" },
  frequencyFactor: { zh: "发生率系数", en: "frequency factor" },
  frequencyTrend: { zh: "发生率趋势", en: "frequency trend" },
  from: { zh: "起始月份", en: "first month" },
  fromClass: { zh: "起浮类别", en: "first class that floats" },
  funeral: { zh: "丧葬补助金", en: "funeral grant" },
  grades: { zh: "等级构成", en: "shares of grades" },
  grades1to4: { zh: "一至四级", en: "grades 1–4" },
  grades5to6: { zh: "五、六级", en: "grades 5–6" },
  grades7to10: { zh: "七至十级", en: "grades 7–10" },
  groups: { zh: "待遇组", en: "benefit groups" },
  hardship: { zh: "生活有困难的家庭比例", en: "families in hardship" },
  headcount: { zh: "参保人数（一至八类）", en: "insured headcount (classes 1–8)" },
  hindcast: { zh: "事后对照", en: "hindcast" },
  history: { zh: "历史", en: "history" },
  hold: { zh: "最短执行期", en: "minimum time in force" },
  id: { zh: "标识", en: "id" },
  indicator: { zh: "考核指标", en: "indicator" },
  improvement: { zh: "死亡率年降幅", en: "yearly fall of mortality" },
  income: { zh: "上年全国城镇居民人均可支配收入", en: "urban income per head of the year before" },
  increase: { zh: "调整幅度", en: "increase" },
  indexation: { zh: "待遇调整", en: "adjustment" },
  includes: { zh: "组成部分", en: "parts" },
  informationLag: { zh: "信息滞后", en: "information lag" },
  initial: { zh: "首次上解", en: "first remittance" },
  injuries: { zh: "工伤件数", en: "injuries" },
  injurySeasonality: { zh: "工伤季节性（1–12 月）", en: "seasonality of injuries (Jan–Dec)" },
  inpatientDays: { zh: "每件住院天数", en: "days in hospital" },
  interestRate: { zh: "利率", en: "interest rate" },
  investigation: { zh: "工伤认定调查费", en: "recognition investigation" },
  jump: { zh: "一次性调整", en: "announced adjustment" },
  kind: { zh: "写法", en: "kind" },
  label: { zh: "标注", en: "label" },
  lag: { zh: "间隔月数", en: "lag" },
  large: { zh: "大型企业", en: "large firms" },
  largeEvent: { zh: "重大事故", en: "large accident" },
  lasts: { zh: "执行月数", en: "months in force" },
  latest: { zh: "开始前的最新值", en: "latest before the start" },
  lead: { zh: "决定到执行的最短时间", en: "time from decision to effect" },
  leaving: { zh: "五至十级最终离职比例", en: "share of grades 5–10 who leave" },
  level: { zh: "线", en: "line" },
  line: { zh: "件数来源", en: "line of claims" },
  least: { zh: "下限", en: "least" },
  limit: { zh: "年度上限", en: "limit a year" },
  loadings: { zh: "随全省变动的程度", en: "loadings on the provincial drivers" },
  local: { zh: "市县", en: "place" },
  localShare: { zh: "地方分担比例", en: "local share" },
  localUplift: { zh: "自行上浮", en: "local uplift" },
  logFrequency: { zh: "发生率（对数）", en: "log frequency" },
  longest: { zh: "最长推迟", en: "longest delay" },
  lower: { zh: "触发线（下沿）", en: "action line (lower edge)" },
  lumpSum: { zh: "一次性伤残补助金", en: "disability grant" },
  male: { zh: "男", en: "men" },
  margin: { zh: "可容许的赤字", en: "deficit allowed" },
  majorAccidents: { zh: "重大事故待遇", en: "benefits of large accidents" },
  managementShare: { zh: "管理缺口占短收的比例", en: "share of under-collection that is a management gap" },
  matures: { zh: "到期月份", en: "month of maturity" },
  meals: { zh: "住院伙食补助费", en: "hospital meals" },
  mean: { zh: "均值", en: "mean" },
  measure: { zh: "措施", en: "measure" },
  medical: { zh: "医疗", en: "medical" },
  medicalExcess: { zh: "医疗费超额增长", en: "medical excess" },
  medicalLoading: { zh: "随医疗费超额增长的程度", en: "loading on medical excess" },
  medicalOnly: { zh: "仅医疗", en: "medical only" },
  medicalSubsidy: { zh: "一次性工伤医疗补助金", en: "medical subsidy" },
  men: { zh: "男性", en: "men" },
  minimumWage: { zh: "最低工资", en: "minimum wage" },
  missing: { zh: "下落不明", en: "missing persons" },
  mix: { zh: "等级构成", en: "mix of grades" },
  met: { zh: "完成任务时", en: "where targets are met" },
  middle: { zh: "中间档次", en: "middle band" },
  mixing: { zh: "年度波动（负二项）", en: "yearly mixing (negative binomial)" },
  month: { zh: "月份", en: "month" },
  monthly: { zh: "月均待遇", en: "mean monthly amount" },
  months: { zh: "月数", en: "months" },
  mortality: { zh: "死亡率", en: "mortality" },
  multiple: { zh: "倍数", en: "multiple" },
  most: { zh: "上限", en: "most" },
  name: { zh: "名称", en: "name" },
  notCovered: { zh: "结余不能弥补时", en: "where it does not" },
  newEntrants: { zh: "新参保人员工资占比", en: "new entrants" },
  nearRetirement: { zh: "离职者中距退休不足五年的比例", en: "leavers near retirement" },
  nonPrivate: { zh: "城镇非私营单位", en: "urban non-private units" },
  numerator: { zh: "分子", en: "numerator" },
  obligation: { zh: "可或应当", en: "may or shall" },
  observation: { zh: "观察时点", en: "observation" },
  observationMonth: { zh: "观察月份", en: "month of observation" },
  of: { zh: "期初结余构成", en: "parts of the opening balance" },
  olderShare: { zh: "支付中既往工伤的比例", en: "share of payments for older injuries" },
  oldAgePension: { zh: "基本养老金与伤残津贴之比", en: "old-age pension to disability pension" },
  on: { zh: "在哪条线采取", en: "line that calls for it" },
  onPost: { zh: "城镇非私营单位在岗职工", en: "on-post staff of non-private units" },
  opening: { zh: "期初与历史", en: "opening and history" },
  openingBalance: { zh: "期初结余", en: "opening balance" },
  other: { zh: "其他", en: "other" },
  otherIncome: { zh: "其他收入", en: "other income" },
  otherOutgo: { zh: "其他支出", en: "other outgo" },
  others: { zh: "二至八类行业", en: "classes 2–8" },
  outgo: { zh: "支出口径", en: "outgo" },
  ownBaseRates: { zh: "本地基准费率（一至八类）", en: "own base rates (classes 1–8)" },
  outcomes: { zh: "工伤结果", en: "outcomes" },
  ownWage: { zh: "本人工资", en: "own wage" },
  paths: { zh: "路径数", en: "paths" },
  payableMonths: { zh: "可支付月数", en: "payable months" },
  payer: { zh: "负担方", en: "payer" },
  payers: { zh: "缺口承担方", en: "payers of a gap" },
  paymentPattern: { zh: "支付进度", en: "payment pattern" },
  payments: { zh: "逐月支付", en: "payments by month" },
  payroll: { zh: "月缴费工资总额", en: "payroll a month" },
  payrollShare: { zh: "占工资总额的比例（一至八类）", en: "share of payroll (classes 1–8)" },
  pensioners: { zh: "定期待遇人员", en: "pensioners" },
  pensions: { zh: "长期待遇", en: "long-term benefits" },
  persistence: { zh: "持续性", en: "persistence" },
  personalAccount: { zh: "个人账户月计发额之比", en: "personal account to disability pension" },
  personsPerClaim: { zh: "每件带来的人数", en: "persons for each claim" },
  perYear: { zh: "每年次数", en: "events a year" },
  phasedCut: { zh: "阶段性降低费率", en: "phased cut" },
  pipeline: { zh: "期初未付工伤", en: "past injuries still to be paid" },
  point: { zh: "实际值", en: "actual figure" },
  points: { zh: "上调百分点", en: "points added" },
  pooledFund: { zh: "统筹基金", en: "pooled fund" },
  pooling: { zh: "统筹方式", en: "pooling" },
  population: { zh: "参保人数", en: "population" },
  prevention: { zh: "工伤预防费", en: "prevention" },
  preventionCeiling: { zh: "工伤预防费上限", en: "ceiling of prevention" },
  priceGrowth: { zh: "物价增长", en: "price growth" },
  priceWeight: { zh: "物价增长的权重", en: "weight of price growth" },
  private: { zh: "城镇私营单位", en: "urban private units" },
  privateWeight: { zh: "私营权重", en: "weight of private units" },
  provincial: { zh: "全口径城镇单位", en: "all urban units" },
  published: { zh: "执行月份", en: "month of publication" },
  probability: { zh: "不获批准的概率", en: "chance of a refusal" },
  projection: { zh: "预计到哪一年末", en: "year end looked ahead to" },
  reason: { zh: "理由", en: "reason" },
  reductions: { zh: "连续无工伤后的系数", en: "factors after cycles without a claim" },
  province: { zh: "省级", en: "province" },
  provincialReserve: { zh: "省级储备金", en: "provincial reserve" },
  refill: { zh: "补充", en: "refill" },
  refilledBy: { zh: "由谁补足", en: "refilled by" },
  regional: { zh: "各统筹区自身波动", en: "regions' own noise" },
  regions: { zh: "统筹区", en: "regions" },
  relief: { zh: "阶段性减免", en: "relief" },
  recovery: { zh: "追回比例", en: "share recovered" },
  region: { zh: "统筹区", en: "region" },
  rehabilitation: { zh: "康复费", en: "rehabilitation" },
  reserveFund: { zh: "储备金", en: "reserve fund" },
  retirement: { zh: "退休", en: "retirement" },
  retirementCut: { zh: "距退休不足五年的减计", en: "cut near retirement" },
  returns: { zh: "地方分担的去向", en: "where the local share goes" },
  rounding: { zh: "费率进位", en: "rounding" },
  rules: { zh: "规则", en: "rules" },
  schema: { zh: "格式版本", en: "version of the format" },
  scope: { zh: "测算范围", en: "scope" },
  sd: { zh: "标准差", en: "standard deviation" },
  seasonality: { zh: "季节性（1–12 月）", en: "seasonality (Jan–Dec)" },
  seed: { zh: "种子", en: "seed" },
  series: { zh: "序列", en: "series" },
  settlement: { zh: "年度缺口分担", en: "yearly settlement" },
  severity: { zh: "次均费用", en: "cost of a claim" },
  severityFactor: { zh: "费用系数", en: "cost factor" },
  severityTrend: { zh: "次均费用趋势", en: "severity trend" },
  sex: { zh: "性别", en: "sex" },
  share: { zh: "比例", en: "share" },
  shares: { zh: "计发比例", en: "shares" },
  shortest: { zh: "最短推迟", en: "shortest delay" },
  shortfall: { zh: "资金不足时", en: "shortfall" },
  since: { zh: "起始年度", en: "first year" },
  small: { zh: "中小微企业", en: "small and medium firms" },
  smallShare: { zh: "中小微企业缴费占比", en: "share owed by small and medium firms" },
  source: { zh: "来源", en: "source" },
  spouse: { zh: "配偶", en: "spouse" },
  split: { zh: "分担比例", en: "shares" },
  start: { zh: "开始月份", en: "first month of the run" },
  surplus: { zh: "预算当期结余时", en: "budgeted surplus" },
  surplusOf: { zh: "以谁的结余为准", en: "whose balance decides" },
  statedAt: { zh: "概况数据所含的上下限", en: "limits that the basis contains" },
  stopsBelow: { zh: "停止下调的月数", en: "months below which the cut stops" },
  stay: { zh: "住院伙食", en: "hospital meals" },
  supplement: { zh: "孤寡老人或孤儿增发", en: "supplement for lone elderly and orphans" },
  survivors: { zh: "供养亲属", en: "survivors" },
  step: { zh: "每次最大变动", en: "largest change a decision" },
  tailIndex: { zh: "尾部指数", en: "tail index" },
  target: { zh: "目标", en: "target" },
  termDeposits: { zh: "定期存款", en: "term deposits" },
  terms: { zh: "期间", en: "terms" },
  testedOn: { zh: "测算时点", en: "month of the test" },
  termination: { zh: "终止劳动关系", en: "end of the contract" },
  threshold: { zh: "起点金额", en: "threshold" },
  thresholds: { zh: "支缴率分界", en: "thresholds of the ratio" },
  title: { zh: "名称", en: "title" },
  to: { zh: "截止月份", en: "last month" },
  tolerance: { zh: "容差", en: "tolerance" },
  transferUp: { zh: "上解上级支出", en: "transfer up" },
  travel: { zh: "交通食宿费", en: "travel and lodging" },
  trigger: { zh: "触发", en: "trigger" },
  turnoverFund: { zh: "周转金", en: "turnover fund" },
  uncertainty: { zh: "参数不确定性", en: "parameter uncertainty" },
  unit: { zh: "单位", en: "unit" },
  unpaid: { zh: "期初未付待遇", en: "benefits unpaid at the start" },
  unremitted: { zh: "未上解资金", en: "money not yet remitted" },
  until: { zh: "终止月份", en: "last month" },
  upper: { zh: "关注线（上沿）", en: "watch line (upper edge)" },
  urbanIncome: { zh: "城镇居民收入增长", en: "urban income growth" },
  wageBase: { zh: "待遇计发基数", en: "base wage" },
  wageGrowth: { zh: "工资增长", en: "wage growth" },
  wageShare: { zh: "随工资增长的比例", en: "share that follows wages" },
  wageTrend: { zh: "工资增长趋势", en: "wage trend" },
  windowEnd: { zh: "考核期末", en: "end of the window" },
  wageWeight: { zh: "工资增长的权重", en: "weight of wage growth" },
  withConsent: { zh: "经同意的上限", en: "ceiling with consent" },
  withoutRight: { zh: "无养老保险待遇者", en: "without a right to a pension" },
  women: { zh: "女干部", en: "women" },
  womenWorkers: { zh: "女工人", en: "women workers" },
  workersShare: { zh: "按工人年龄退休的女性比例", en: "women who retire at the workers' age" },
  weights: { zh: "各推迟月数的概率", en: "probability of each delay" },
  words: { zh: "文件的表述", en: "what the document says" },
  within: { zh: "比例不变的偏差", en: "deviation within which the ratio stays" },
  year: { zh: "年度", en: "year" },
  yearlyAmount: { zh: "规定的年度数额", en: "stated yearly amount" },
  zh: { zh: "中文", en: "Chinese" },
  accounts: { zh: "账户与资金流", en: "accounts" },
  calendar: { zh: "资金日历", en: "calendar" },
  call: { zh: "调取未上缴结余", en: "call on local balances" },
  cleanUp: { zh: "暂收暂付清理", en: "clean-up of temporary items" },
  count: { zh: "支出户数目", en: "number of places" },
  counts: { zh: "计入调取的结余", en: "balances that count" },
  date: { zh: "日期", en: "date" },
  day: { zh: "时点", en: "day of the month" },
  demand: { zh: "活期存款", en: "demand deposits" },
  demandDeposits: { zh: "活期存款上解", en: "demand deposits" },
  emergency: { zh: "紧急请款", en: "emergency request" },
  exceptions: { zh: "例外", en: "exceptions" },
  onTheWay: { zh: "在途比例", en: "share on the way" },
  per: { zh: "设置单位", en: "set for each" },
  period: { zh: "提取周期", en: "period" },
  places: { zh: "支出户", en: "places" },
  proportion: { zh: "调取比例", en: "proportion" },
  remittance: { zh: "上解", en: "remittance" },
  reserve: { zh: "储备金规则", en: "reserve rule" },
  reset: { zh: "重设", en: "set anew" },
  rest: { zh: "其余征缴", en: "what is collected later" },
  uncleared: { zh: "未清理金额", en: "what is not cleared" },
  upShare: { zh: "上解比例", en: "part for the upper level" },
  uses: { zh: "用途", en: "uses" },
  what: { zh: "事项", en: "duty" },
  workingDays: { zh: "工作日", en: "working days" },
};

/** Kinds of pension, and sexes, as list members are named. */
/** Parts that go by another name below a certain part of the path. */
const namesBelow: { readonly [place: string]: Bilingual } = {
  "awards.delay": { zh: "受伤到开始领取的月数", en: "months until the first pension" },
  "awards.from": { zh: "来源", en: "sources" },
  "calendar.days": { zh: "天数", en: "days" },
  "delays.appraisal": { zh: "劳动能力鉴定", en: "work-capacity appraisal" },
  "emergency.margin": { zh: "计划倍数", en: "multiple of the plan" },
  "experience.bands": { zh: "单位规模", en: "employer sizes" },
  "experience.floor": { zh: "下浮的下限", en: "floor of a lowered rate" },
  "measure.rates": { zh: "新的基准费率（一至八类）", en: "new base rates (classes 1–8)" },
  "of.local": { zh: "各地存放资金", en: "money with the places" },
  "pensions.care": { zh: "生活护理费", en: "living-care allowances" },
  "remittance.steps": { zh: "逐级上缴（月末前工作日）", en: "steps before the month end" },
  "reserve.limit": { zh: "限额", en: "limit" },
  "reserve.until": { zh: "终止日期", en: "end" },
  "settlement.weights": { zh: "权重", en: "weights" },
  "shortfall.steps": { zh: "支付顺序", en: "order of payment" },
  "wageBase.construction": { zh: "工程建设项目计发基数", en: "wage of construction workers" },
};

export const pensionKindNames: { readonly [kind in PensionKind]: Bilingual } = {
  disability: { zh: "伤残津贴（一至四级）", en: "disability pensions of grades 1–4" },
  care: { zh: "生活护理费", en: "living-care allowances" },
  spouse: { zh: "配偶抚恤金", en: "spouses' pensions" },
  child: { zh: "子女抚恤金", en: "children's pensions" },
  relative: { zh: "其他亲属抚恤金", en: "other relatives' pensions" },
};
const sexNames: { readonly [sex in Sex]: Bilingual } = {
  male: { zh: "·男", en: "men" },
  female: { zh: "·女", en: "women" },
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
        (silent.has(segment) ? "" : (partName(segment, language, segments.slice(0, i + 1)) ?? segment)),
    )
    .filter((name) => name !== "");
  const text = (shown.length === 0 ? [partName(path, language) ?? path] : shown).join(language === "zh" ? "·" : " / ");
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The name of one part of a path below the parts `above`, or undefined for a part that has none. */
export function partName(part: string, language: Language, above: readonly string[] = []): string | undefined {
  const holder = above.find((each) => Object.prototype.hasOwnProperty.call(namesBelow, `${each}.${part}`));
  if (holder !== undefined) return namesBelow[`${holder}.${part}`]?.[language];
  return Object.prototype.hasOwnProperty.call(names, part) ? names[part]?.[language] : undefined;
}

/** Name of a member of a list: a region, a period of history, a budget year, a term deposit, a payer, an actual figure. */
function ownName(segments: readonly string[], scenario: Scenario, language: Language): string | undefined {
  const { basis, opening, rules, hindcast } = scenario;
  const list = segments[segments.length - 2];
  const member = segments[segments.length - 1] ?? "";
  const zh = language === "zh";
  switch (list) {
    case "regions":
      return basis.regions.find(({ id }) => id === member)?.name[language];
    case "bands": {
      const ofEmployers = segments.includes("experience");
      const persons = ofEmployers ? rules.contribution.experience?.bands[Number(member)]?.employees.value : undefined;
      if (persons !== undefined) return zh ? `${persons} 人的单位` : `employers of ${persons}`;
      return zh ? `第 ${Number(member) + 1} 档` : `band ${Number(member) + 1}`;
    }
    case "payers":
      return rules.shortfall.kind === "gap"
        ? rules.shortfall.payers.find(({ id }) => id === member)?.name[language]
        : undefined;
    case "steps": {
      const steps = rules.shortfall.kind === "waterfall" ? rules.shortfall.steps : [];
      const step = steps[Number(member)] ?? steps.find((each) => each.kind === "payer" && each.id === member);
      return step === undefined ? undefined : payerOfStep(step).name[language];
    }
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
    case "local":
    case "exceptions":
    case "places":
      return basis.regions.find(({ id }) => id === placeOf(list, Number(member), opening, rules))?.name[language];
    case "calendar":
      return rules.accounts?.calendar?.find(({ id }) => id === member)?.what[language];
    case "pensioners": {
      const stock = basis.kind === "detailed" ? basis.pensioners?.[Number(member)] : undefined;
      return stock === undefined
        ? undefined
        : `${pensionKindNames[stock.kind][language]}${zh ? "" : ", "}${sexNames[stock.sex][language]}`;
    }
    case "awards": {
      const award = basis.kind === "detailed" ? basis.awards?.[Number(member)] : undefined;
      return award === undefined ? undefined : pensionKindNames[award.kind][language];
    }
    case "hindcast": {
      const observed = hindcast?.[Number(member)];
      return observed === undefined ? undefined : `${monthName(observed.month, language)} ${observed.label[language]}`;
    }
    case "baseRates":
    case "ownBaseRates":
    case "cap":
    case "floor":
    case "terms":
      return termName(memberAt(scenario, segments), language);
    default:
      return /^\d+$/.test(member) ? memberName(scenario, segments, language) : undefined;
  }
}

/** Name of a member of any other list: from when it holds, or its number where there are more that say no date. */
function memberName(scenario: Scenario, segments: readonly string[], language: Language): string | undefined {
  const list = memberAt(scenario, segments.slice(0, -1));
  if (!Array.isArray(list) || typeof list[0] !== "object") return undefined;
  const term = termName(memberAt(scenario, segments), language);
  if (term !== "" || list.length === 1) return term;
  const number = Number(segments[segments.length - 1]) + 1;
  return language === "zh" ? `第 ${number} 项` : `item ${number}`;
}

/** The member of a list at a place in a scenario; lists go by the id of their members or by position. */
function memberAt(scenario: Scenario, segments: readonly string[]): unknown {
  return segments.reduce<unknown>((node, segment) => {
    if (typeof node !== "object" || node === null) return undefined;
    const byId: unknown = Array.isArray(node) ? node.find((each: unknown) => idOf(each) === segment) : undefined;
    return byId ?? Reflect.get(node, segment);
  }, scenario);
}

function idOf(node: unknown): unknown {
  return typeof node === "object" && node !== null && "id" in node ? node.id : undefined;
}

/** From when, and until when, a dated value holds; "" for one that always did. */
function termName(node: unknown, language: Language): string | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  const zh = language === "zh";
  const from = "from" in node && typeof node.from === "string" ? monthName(node.from, language) : undefined;
  const to = "to" in node && typeof node.to === "string" ? monthName(node.to, language) : undefined;
  if (from === undefined) return "";
  if (to === undefined) return zh ? `${from}起` : `from ${from}`;
  return zh ? `${from}至 ${to}` : `${from} to ${to}`;
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
