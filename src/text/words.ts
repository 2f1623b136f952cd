import { chinese } from "./chinese.ts";
import { english } from "./english.ts";
import type { Language } from "./numbers.ts";

export type Words = typeof chinese;

/** All words of the page in one language; English has every entry that Chinese has, held by its type. */
export function words(language: Language): Words {
  return language === "zh" ? chinese : english;
}
