import type { SimulatorCalls } from "./wire.ts";

/** A started worker: what can be asked of it, where its signs of life arrive, and the way to end it. */
export interface Hand {
  readonly calls: SimulatorCalls;
  /** Called once, before the first call: `beat` at each sign of life, `fault` when the worker reports its own end. */
  listen(beat: () => void, fault: (reason: Error) => void): void;
  terminate(): unknown;
}

/** Milliseconds between two looks at a working member. */
const LOOK = 200;

/** A hand that is watched while it works: a call to a worker that ended never settles by itself. */
export class Member {
  readonly calls: SimulatorCalls;
  readonly #hand: Hand;
  #silence = 0;
  #ended: Error | undefined;
  #abandon: ((reason: Error) => void) | undefined;

  constructor(hand: Hand) {
    this.#hand = hand;
    this.calls = hand.calls;
    hand.listen(
      () => {
        this.#silence = 0;
      },
      (reason) => this.end(reason),
    );
  }

  get ended(): boolean {
    return this.#ended !== undefined;
  }

  /** Ends the worker; a call under way rejects with the reason. */
  end(reason: Error): void {
    if (this.#ended !== undefined) return;
    this.#ended = reason;
    this.#hand.terminate();
    this.#abandon?.(reason);
  }

  /** The result of one call. After `limit` milliseconds without a sign of life the worker is ended and the call rejects. */
  async watched<T>(call: (calls: SimulatorCalls) => Promise<T>, limit: number): Promise<T> {
    if (this.#ended !== undefined) throw this.#ended;
    this.#silence = 0;
    let before = performance.now();
    const watch = setInterval(() => {
      const now = performance.now();
      // A late look means that this thread was busy or asleep: the signs of life may still wait in its queue.
      this.#silence += Math.min(now - before, 2 * LOOK);
      before = now;
      if (this.#silence > limit) this.end(new Error("the worker gave no sign of life"));
    }, LOOK);
    const abandoned = new Promise<never>((_, reject) => {
      this.#abandon = reject;
    });
    try {
      return await Promise.race([call(this.calls), abandoned]);
    } finally {
      clearInterval(watch);
      this.#abandon = undefined;
    }
  }
}
