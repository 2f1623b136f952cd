import type { Endpoint } from "comlink";
import { serve } from "./serve.ts";
import { Simulator } from "./wire.ts";

declare const self: Endpoint;

serve(self, (beat) => new Simulator(beat));
