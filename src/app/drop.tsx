import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useBench } from "./bench.ts";

/** Takes scenario files dropped anywhere on the page, and shows that it would while a file hovers. */
export function DropArea(): JSX.Element | null {
  const bench = useBench();
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth++;
      setHovering(true);
    };
    const leave = (): void => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setHovering(false);
    };
    const over = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      depth = 0;
      setHovering(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      void bench.open(Array.from(event.dataTransfer?.files ?? []));
    };
    document.addEventListener("dragenter", enter);
    document.addEventListener("dragleave", leave);
    document.addEventListener("dragover", over);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragenter", enter);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("dragover", over);
      document.removeEventListener("drop", drop);
    };
  }, [bench]);
  return hovering ? <div class="drop-here">{bench.words.value.drop.here}</div> : null;
}

function hasFiles(event: DragEvent): boolean {
  return Array.from(event.dataTransfer?.types ?? []).includes("Files");
}
