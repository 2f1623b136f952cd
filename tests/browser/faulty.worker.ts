import type { Endpoint } from "comlink";
import { serve } from "../../workers/serve.ts";
import { FaultySimulator } from "../workers/faulty.ts";

declare const self: Endpoint & { readonly name: string; close(): void };

serve(self, (beat) => new FaultySimulator(beat, self.name, () => self.close()));
