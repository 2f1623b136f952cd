import { effect } from "@preact/signals";
import { render } from "preact";
import { createBench } from "./bench.ts";
import { bundledDocuments } from "./catalogue.ts";
import { loadRest } from "./chartCode.ts";
import { Page } from "./page.tsx";
import "./tokens.css";
import "./frame.css";
import "./controls.css";
import "./notices.css";
import "./results.css";
import "./rule.css";
import "./lists.css";
import "./provisions.css";
import "./paths.css";
import "./print.css";

const root = document.querySelector("#app");
if (root === null) throw new Error("the page has no #app");

const bench = createBench(bundledDocuments());
const address = new URLSearchParams(location.hash.slice(1));
const language = address.get("lang");
if (language === "zh" || language === "en") bench.language.value = language;
const wanted = bench.entries.value.find(({ id }) => id === address.get("scenario")) ?? bench.entries.value[0];
if (wanted !== undefined) bench.choose(wanted.id);

effect(() => {
  const entry = bench.entry.value;
  if (entry === undefined || entry.origin === "opened") return;
  try {
    history.replaceState(null, "", `#scenario=${entry.id}&lang=${bench.language.value}`);
  } catch {
    // A page opened from a file may not change its address everywhere.
  }
});
render(<Page bench={bench} />, root);
loadRest();
