import { type BlockResult, Simulator } from "../../workers/wire.ts";

export type Fault = "close" | "throw" | "spin" | "allocate" | "none";

/** The real Simulator, except that it misbehaves on the block that begins with path `at`. */
export class FaultySimulator extends Simulator {
  readonly #fault: Fault;
  readonly #at: number;
  readonly #close: () => void;

  constructor(beat: () => void, name: string, close: () => void) {
    super(beat);
    const [fault, at] = name.split(":");
    this.#fault = fault as Fault;
    this.#at = Number(at);
    this.#close = close;
  }

  override block(firstPath: number, paths: number): BlockResult {
    if (firstPath === this.#at) {
      switch (this.#fault) {
        case "none":
          break;
        case "close":
          this.#close();
          return new Promise<never>(() => {}) as never;
        case "throw":
          throw new Error("planted fault");
        case "spin":
          for (;;);
        case "allocate":
          new Float64Array(2 ** 40).fill(1);
      }
    }
    return super.block(firstPath, paths);
  }
}
