import type { JSX } from "preact";
import { count } from "../text/numbers.ts";
import { PREVIEWS, useBench } from "./bench.ts";

/** Before the first answer: what is awaited, and the places of the sentence, the numbers and the charts. */
export function Skeleton(): JSX.Element {
  const bench = useBench();
  const { status } = bench.words.value;
  const [first] = PREVIEWS;
  const running = bench.run.value.kind === "running";
  const previewed = (bench.request.value?.paths ?? 0) > first;
  return (
    <>
      <p class="waiting" role="status">
        {running ? (previewed ? status.firstPreview(count(first)) : status.waiting) : status.nothing}
      </p>
      {running && (
        <div class="skeleton" aria-hidden="true">
          <i class="skeleton-sentence" />
          <div class="big">
            {[0, 1, 2, 3].map((place) => (
              <i key={place} />
            ))}
          </div>
          <i class="skeleton-chart" />
          <div class="pair">
            <i />
            <i />
          </div>
        </div>
      )}
    </>
  );
}
