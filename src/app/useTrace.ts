import { useEffect, useState } from "preact/hooks";
import type { PathTrace } from "../model/simulation/trace.ts";
import { type Request, useBench } from "./bench.ts";

/** A path that is asked for: under way, there, or failed with a reason. While one is under way the last one stays. */
export interface TraceState {
  readonly trace: PathTrace | undefined;
  /** The request and the scenario's place that the trace belongs to. */
  readonly of: { readonly request: Request; readonly place: number } | undefined;
  readonly working: boolean;
  readonly failure: string | undefined;
  readonly retry: () => void;
}

export function useTrace(request: Request, place: number, path: number): TraceState {
  const bench = useBench();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<Omit<TraceState, "retry">>({
    trace: undefined,
    of: undefined,
    working: true,
    failure: undefined,
  });
  useEffect(() => {
    let current = true;
    setState((before) => ({ ...before, working: true, failure: undefined }));
    bench.trace(request, place, path).then(
      (trace) => {
        if (current) setState({ trace, of: { request, place }, working: false, failure: undefined });
      },
      (error: unknown) => {
        if (!current) return;
        const failure = error instanceof Error ? error.message : String(error);
        setState({ trace: undefined, of: undefined, working: false, failure });
      },
    );
    return () => {
      current = false;
    };
  }, [request, place, path, attempt]);
  return { ...state, retry: () => setAttempt(attempt + 1) };
}
