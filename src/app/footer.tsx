import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { isIllustrative } from "../model/scenario/provenance.ts";
import { engine } from "../model/simulation/engine.ts";
import { count, fixed } from "../text/numbers.ts";
import { useBench } from "./bench.ts";

/** What the result on show was made with, and what the tool does not do. */
export function Footer(): JSX.Element {
  const bench = useBench();
  const words = bench.words.value;
  const shown = bench.shown.value;
  const place = Math.min(bench.chosen.value, (shown?.outcome.summaries.length ?? 1) - 1);
  const digest = shown?.outcome.summaries[place]?.digest;
  const scenario = shown?.request.scenarios[place];
  return (
    <footer class="bottom">
      {scenario !== undefined && isIllustrative(scenario) && (
        <p>
          <strong class="illustrative-mark">{words.illustrative.mark}</strong>
        </p>
      )}
      <ul class="stamp" aria-label={words.footer.label}>
        {shown !== undefined && (
          <>
            <li>
              {words.footer.seed} <code>{shown.request.seed}</code>
            </li>
            <li>{words.footer.paths(count(shown.outcome.paths))}</li>
            <li>{words.footer.seconds(fixed(shown.outcome.seconds, 1))}</li>
          </>
        )}
        {digest !== undefined && (
          <li>
            {words.footer.digest} <Digest digest={digest} />
          </li>
        )}
        <li>
          {words.footer.engine} {engine.version}
        </li>
        <li>{words.footer.local}</li>
      </ul>
      <details>
        <summary>{words.footer.limits}</summary>
        <ul class="limits">
          {Object.values(words.footer.limitsList).map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </details>
    </footer>
  );
}

/** A digest, short until it is focused; pressing copies it whole. */
function Digest({ digest }: { readonly digest: string }): JSX.Element {
  const words = useBench().words.value;
  const [copied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(digest);
      setCopied(true);
      setTimeout(() => setCopied(false), 1_500);
    } catch {
      setCopied(false);
    }
  }
  return (
    <>
      <button type="button" class="digest" data-digest={digest} title={words.footer.copy} onClick={() => void copy()}>
        <span class="digest-short">
          {digest.slice(0, 6)}…{digest.slice(-4)}
        </span>
        <span class="digest-whole">{digest}</span>
      </button>
      <span role="status">{copied ? ` ${words.footer.copied}` : ""}</span>
    </>
  );
}
