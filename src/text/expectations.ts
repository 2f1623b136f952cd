import type { Language } from "./numbers.ts";

/**
 * What was expected of an input, from the parser's own words, as a phrase that stands alone: "应为 ≥ 1 的数", "Expected a
 * number ≥ 1". Words that are not known stay as they are.
 */
export function expectedText(expected: string, language: Language): string {
  if (expected === "no such key") return language === "zh" ? "不应有此字段" : "Not a known key";
  if (language === "en") return `Expected ${inEnglish(expected)}`;
  const chinese = inChinese(expected);
  if (chinese.startsWith("应")) return chinese;
  return /^[\u3400-\u9fff]/.test(chinese) ? `应为${chinese}` : `应为 ${chinese}`;
}

function inEnglish(expected: string): string {
  return (
    types[expected]?.en ??
    expected.replace(/^≥ 1 (entri|character)(es|s)$/, "at least one $1").replace("entri", "entry")
  );
}

function inChinese(expected: string): string {
  const exact = types[expected]?.zh ?? phrases[expected];
  if (exact !== undefined) return exact;
  if (/^".*?"(?: or ".*?")+$/.test(expected)) return `${expected.replace(/" or "/g, '"、"')} 之一`;
  const inner = /^a file \{base, id, changes\}: (.+)$/.exec(expected);
  if (inner !== null) return `{base, id, changes} 形式的文件：${inChinese(inner[1] ?? "")}`;
  for (const [pattern, replacement] of patterns) {
    if (pattern.test(expected)) return expected.replace(pattern, replacement);
  }
  return expected;
}

/** The schema's own names of types. */
const types: { readonly [type: string]: { readonly [language in Language]: string } } = {
  string: { zh: "文字", en: "a text" },
  number: { zh: "数字", en: "a number" },
  int: { zh: "整数", en: "a whole number" },
  boolean: { zh: "true 或 false", en: "true or false" },
  object: { zh: "一组字段 { }", en: "a group of fields { }" },
  record: { zh: "一组字段 { }", en: "a group of fields { }" },
  array: { zh: "列表 [ ]", en: "a list [ ]" },
  nonoptional: { zh: "一个值（必填）", en: "a value" },
};

const phrases: { readonly [english: string]: string } = {
  "a known kind": "已知的 kind",
  "a JSON file": "JSON 文件",
  "what JSON allows here": "JSON 在此处允许的内容",
  "more of the file, which breaks off here": "后续内容，而文件在此中断",
  "a JSON document that is not nested without end": "嵌套有尽头的 JSON 文件",
  "a month such as 2024-01": "月份，如 2024-01",
  "lower-case letters, digits and hyphens": "小写字母、数字和连字符",
  "lower-case letters, digits, points and hyphens": "小写字母、数字、点和连字符",
  'a "source" {document, article}, or a "basis" with "reason"':
    "应写明 source（document、article），或 basis 并附 reason",
  "twelve factors with mean 1": "十二个系数，均值为 1",
  "shares that add up to 1": "合计为 1 的各份",
  "shares that add up to 1 at most": "合计不超过 1 的各份",
  "8 industry classes": "8 个行业风险类别",
  "each part once": "不重复的各部分",
  "a year used once": "不重复的年度",
  "an id used once": "不重复的 id",
  'an id used once and not "unpaid"': "不重复、且不是 “unpaid” 的 id",
  "base rates of the 8 industry classes, which the detailed basis needs": "8 个行业风险类别的基准费率（明细口径必需）",
  "1 on the diagonal": "1（对角线）",
  "a positive semidefinite matrix": "半正定矩阵",
  "periods in order, without holes, the last one ending before the start":
    "按时间排列、没有空缺的各期，最后一期止于开始之前",
  '"act", the only line': "“act”（只有这一条线）",
  "a scenario that is not based on this one": "不以本情景为基础的情景",
  "provisions or a basis that the page has": "页面中已有的条文文件或基金概况文件",
  "a scenario that the page knows": "页面中已有的情景",
  "the id of a scenario beside this file": "与此文件同在一处的情景的 id",
  "a path into the scenario": "情景中存在的位置",
  "one file at a time": "一次一个文件",
  "claims of construction projects": "工程项目的工伤件数与费用",
  "a detailed basis with the contract value of its regions": "明细口径，且各地区写明工程项目合同额",
  "the id of a region": "某一地区的 id",
  "sizes of contracts, which tiers and slices need": "合同额的分布（分档、分段费率必需）",
  "edges in rising order, none on the last step": "由小到大的上限，最后一档不设",
  "no step after one that pays all that is left": "不再有步骤（前一步已承担全部余额）",
  "at least one scenario": "至少一个情景",
  "a date such as 2024-01-01": "日期，如 2024-01-01",
  "a document that does not build on itself": "不以自身为基础的文件",
  "dates in order": "按先后排列的日期",
  'a step "ownBalance" where units pay separately': "含有“ownBalance”的步骤（各地分别支付时必需）",
  'a step "oldBalances" under unified pooling': "含有“oldBalances”的步骤（统收统支时必需）",
  "a step of units that pay separately": "各地分别支付时可用的步骤",
  "a step of unified pooling": "统收统支时可用的步骤",
  "a pooled fund, which a step of the waterfall pays from": "统筹基金的规则（支付步骤中用到）",
  "steps in order: own money, then the pooled fund, then payers outside the fund":
    "依次排列的步骤：自有资金、统筹基金、基金以外的承担方",
  "a payer that this one does not refill in turn: the waterfall would loop":
    "不由本方反过来补足的承担方，否则支付顺序会循环",
  "the id of a payer outside the fund: money of the units that are paid would loop":
    "基金以外承担方的 id；由被补助的各地补足会使支付顺序循环",
  "a rule without overdraft where units pay separately": "各地分别支付时不允许透支的规则",
  'kind "separate", which a pooled fund needs': "kind 为“separate”（另设统筹基金时必需）",
  "at least one month: units would refill in the same month the fund that pays them":
    "至少一个月；各地不能在同一个月既受统筹基金补助又补充统筹基金",
  "at least two regions, between which a yearly settlement is made": "至少两个统筹区（年度结算所必需）",
  "a January": "某年 1 月",
  "0: this basis does not know the insured by region": "0：本口径没有各统筹区的参保人数",
  "bands that rise": "由低到高的各档",
  '"standard"; a fund-level basis has no industry classes': "“standard”（总量口径不分行业类别）",
  "thresholds in ascending order": "从低到高排列的分界",
  "steps in ascending order": "从低到高排列的档次",
  "steps of class 1 from 1 upwards": "从 1 起向上的一类行业档次",
  "steps with 1 among them": "其中有 1 的档次",
  "a cycle of at least 1 month": "至少 1 个月的周期",
  "a detailed basis: experience rating needs classes": "明细口径（费率浮动要分行业类别）",
  "the steps of rate floating, which experience rating needs": "费率浮动的档次（实行费率浮动必需）",
  "a step below 1 and two above it, which the two-way table needs": "低于 1 的一档和高于 1 的两档（双向表必需）",
  "21 five-year ages, 0–4 to 100 and over": "21 个五岁组（0—4 岁至 100 岁及以上）",
  "4 grades": "四个等级",
  "3 degrees of care": "三个护理等级",
  "the id of a region of the basis": "基金概况中统筹区的 id",
  "a kind of pension used once": "不重复的定期待遇种类",
  "shares that add up to 1 with those of the other sex": "与另一性别合计为 1 的各份",
  "0, since children leave at 18": "0（子女年满 18 周岁即停发）",
  "mortality, which pensioners need": "死亡率（有定期待遇人员时必需）",
  "rules for pensions, which pensioners need": "长期待遇的规则（有定期待遇人员时必需）",
  "a rule for these pensions, which the basis has": "此类定期待遇的规则（基金概况中有此类人员）",
  "the base wage of benefits, which new care allowances need": "待遇计发基数（新增生活护理费必需）",
  "one value for each of the last five years": "距退休不足五年的各年，共五个值",
  '"groups", "outcomes" or both': "“groups”“outcomes” 至少其一",
  "a basis with outcomes, which items need": "按工伤结果列示的基金概况（逐项计算待遇必需）",
  "the average wage that the definition needs": "计发基数的定义所需的平均工资",
  "an amount, since the fund pays for investigation": "金额（调查费用由基金支付时必填）",
  "levels in ascending order": "由低到高排列的界限",
  'a measure that needs no trigger: "none" or "schedule"': "无须触发线的措施：“none”、“schedule” 之一",
  '"factors" or "points", one of the two': "应写明 “factors” 或 “points”，二者择一",
  "a detailed basis, whose classes the table is for": "明细口径（新费率表按行业类别制定）",
  '"none", since the trigger is no corridor': "“none”（触发条件没有上限）",
  "a target in months, since the trigger has no line": "应写明以月数计的目标（触发条件没有月数线）",
  'an amount above 0, which the denominator "stated" needs': "大于 0 的数额（分母“规定数额”必需）",
  'a share above 0, which the denominator "costRate" needs': "大于 0 的比例（分母“缴费基数的一定比例”必需）",
  'the calendar month that "calendarMonth" observes': "应写明观察月份（观察时点“每年某月末”必需）",
  "a day that exists, such as 2024-01-31": "存在的日期，如 2024-01-31",
  "a month or a day, such as 2024-06 or 2024-06-28": "月份或日期，如 2024-06 或 2024-06-28",
  "working days before the month end, each step nearer to it": "月末前的工作日数，逐步靠近月末",
  "each use once": "不重复的各项用途",
  "the id of a region of the fund": "本基金中的统筹区 id",
  "a region named once": "不重复的统筹区",
  "at least 12 months, of which the turnover fund is a part": "至少 12 个月的历史（周转金以此计算）",
  "the number of places of each region, which a turnover fund by county needs":
    "各统筹区的支出户数目（按县设周转金必需）",
};

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^a line of claims of the basis: (.+)$/, "基金概况中的件数来源之一：$1"],
  [/^(\d+) shares$/, "$1 份"],
  [/^at least the age before (.+)$/, "不低于原年龄 $1"],
  [/^a number (≥|>|≤|<) (.+)$/, "$1 $2 的数"],
  [/^≥ 1 entries$/, "至少一项的列表"],
  [/^(≥|>|≤|<) (.+) entries$/, "$1 $2 项的列表"],
  [/^≥ 1 characters$/, "至少一个字符的文字"],
  [/^(≥|>|≤|<) (.+) characters$/, "$1 $2 个字符的文字"],
  [/^a "reason" \{zh, en\} for basis "(.+)"$/, "应写明 reason（zh、en），因为 basis 为 “$1”"],
  [/^the same as (.+)$/, "与 $1 相同的数（对称）"],
  [/^a value in force from (\S+) on$/, "自 $1 起即已执行的数值"],
  [/^base rates of the place, which cityRates "higher.+" needs$/, "当地统一前的基准费率（就高执行必需）"],
  [/^base rates of the place, which cityRates ".+" needs$/, "当地自有的基准费率（各地自定费率必需）"],
  [/^a month before (\S+)$/, "早于 $1 的月份"],
  [/^a month not before (\S+)$/, "不早于 $1 的月份"],
  [/^a month after (\S+); terms do not overlap$/, "晚于 $1 的月份（各期不得重叠）"],
  [/^less than the cap (\S+)$/, "小于上限 $1 的数"],
  [/^at least (\d+) months$/, "至少 $1 个月的历史"],
  [/^at least (-?[\d.e+]+)$/, "≥ $1 的数"],
  [/^at most (-?[\d.e+]+)$/, "≤ $1 的数"],
  [/^a month of the (\d+) months from (.+)$/, "自 $2 起 $1 个月之内的月份"],
  [/^at most the region's opening balance, (.+) yuan$/, "不超过该统筹区期初结余 $1 元的数额"],
  [/^a month or a day from (\S+) on$/, "不早于 $1 的月份或日期"],
  [/^a day of that month, which has (\d+)$/, "该月之内的日期（该月共 $1 天）"],
  [/^a day not after (\S+), when what is left of the deposits moves$/, "不晚于 $1 的日期（其余存款于该日划转）"],
  [/^a day after (\S+)$/, "晚于 $1 的日期"],
  [/^parts of the opening balances, together (.+) yuan$/, "期初结余的组成部分，合计不超过 $1 元"],
  [/^at least the line (.+)$/, "不低于触发线 $1 的月数"],
  [/^at most the upper edge (.+)$/, "不高于上沿 $1 的月数"],
  [/^(\d+) values, one more than the edges$/, "$1 个数（比界限多一个）"],
  [/^(\d+) weights, one for each delay$/, "$1 个概率（每种推迟月数一个）"],
  [/^more than the lower edge (.+)$/, "大于下沿 $1 的数"],
  [/^more than the threshold (.+)$/, "大于起点金额 $1 的数"],
  [/^at least the shortest delay (.+)$/, "不短于最短推迟 $1 的月数"],
  [/^the budget of (\d+), which the denominator "budgetYear" needs$/, "$1 年的预算（分母“当年预算”必需）"],
  [/^months from January (\d+) on, which .+$/, "自 $1 年 1 月起的各月（分母“上一自然年度”必需）"],
  [/^a path into the scenario; there is no (.+)$/, "情景中存在的位置；没有 $1"],
  [/^a path into the scenario; (.+) has no parts$/, "情景中存在的位置；$1 没有下级"],
  [/^an element of (.+)$/, "$1 中的一项"],
  [/^grades (\d+) to (\d+)$/, "$1 至 $2 级各一个值"],
  [/^a value, which "(.+)" needs$/, "一个值（“$1” 必需）"],
  [/^a factor within (.+) of 1$/, "与 1 相差不超过 $1 的倍数"],
  [/^nesting of at most (\d+) levels$/, "不超过 $1 层的嵌套"],
  [/^a file of at most (.+) MB$/, "不超过 $1 MB 的文件"],
  [/^≤ (\d+) alternatives of (.+)$/, "$2 的至多 $1 个备选方案"],
  [/^(\d+) steps, as many as the other classes have from 1 upwards$/, "$1 个档次，与其他类别从 1 起的档数相同"],
  [/^(\d+) thresholds, one between each two steps$/, "$1 个分界，相邻两档之间各一个"],
  [/^a month after (.+), at most (\d+) months later$/, "晚于 $1、相隔不超过 $2 个月的月份"],
  [/^payroll shares that add up to 1 in class (\d)$/, "$1 类行业中合计为 1 的工资总额比例"],
  [/^(.+) as in (.+)$/, "$1（与 $2 相同）"],
];
