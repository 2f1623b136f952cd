import { playwright } from "@vitest/browser-playwright";
import { viteSingleFile } from "vite-plugin-singlefile";
import { defineConfig } from "vitest/config";
import { chromiumFlags, findChromium } from "./.ci/chromium.mjs";
import { count } from "./.ci/count.ts";
import { contentPolicy, inlineContentPolicy, policy } from "./.ci/page.ts";

// Hashes of the style elements that Observable Plot writes into each svg; tests/browser/charts.test.ts compares.
const plotStyle =
  "'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww=' 'sha256-rCZUQsEQJf1DmnfnMZmlj08XC7qbIZySA6bEtitbQ00=' 'sha256-/jg3HOQ97BIOLIR7iXhepLJanBbw11P39q1Ne1E+6Jc='";
const rules = {
  "default-src": "'none'",
  "script-src": "'self'",
  "worker-src": "blob:",
  "style-src": `'self' ${plotStyle}`,
  "img-src": "'self' data: blob:",
  "connect-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
};
const singleRules = { ...rules, "script-src": "", "style-src": plotStyle, "connect-src": "'none'" };
const headers = { "Content-Security-Policy": `${policy(rules)}; frame-ancestors 'none'` };

export default defineConfig(({ mode }) => {
  const single = mode === "single";
  const cli = mode === "cli";
  const chromium = findChromium();
  return {
    base: "./",
    plugins: single
      ? [viteSingleFile({ removeViteModuleLoader: true }), inlineContentPolicy(singleRules)]
      : [contentPolicy(rules)],
    // Chromium starts no blob: module worker from a file:// page, hence a classic worker in one piece.
    worker: { format: "iife", rolldownOptions: { output: { codeSplitting: false } } },
    preview: { headers },
    build: cli
      ? {
          ssr: true,
          target: "node20",
          outDir: "dist-cli",
          copyPublicDir: false,
          rolldownOptions: {
            input: { main: "src/cli/main.ts", worker: "src/cli/worker.ts" },
            output: { entryFileNames: "[name].js" },
          },
        }
      : {
          target: "chrome90",
          outDir: single ? "dist-single" : "dist",
          modulePreload: { polyfill: false },
          copyPublicDir: !single,
        },
    ssr: cli ? { noExternal: true } : {},
    test: {
      reporters: ["default", count],
      projects: [
        {
          extends: true,
          test: {
            name: "node",
            environment: "node",
            include: ["tests/**/*.test.ts"],
            exclude: ["tests/browser/**", "tests/e2e/**"],
            testTimeout: 20_000,
          },
        },
        ...(chromium === undefined
          ? []
          : [
              {
                extends: true as const,
                test: {
                  name: "browser",
                  include: ["tests/browser/**/*.test.{ts,tsx}"],
                  globalSetup: "tests/browser/nodeDigest.ts",
                  testTimeout: 120_000,
                  browser: {
                    enabled: true,
                    headless: true,
                    screenshotFailures: false,
                    provider: playwright({ launchOptions: { executablePath: chromium, args: chromiumFlags } }),
                    instances: [{ browser: "chromium" as const }],
                  },
                },
              },
              {
                extends: true as const,
                test: {
                  name: "e2e",
                  environment: "node" as const,
                  include: ["tests/e2e/**/*.test.ts"],
                  testTimeout: 60_000,
                  hookTimeout: 120_000,
                },
              },
            ]),
      ],
    },
  };
});
