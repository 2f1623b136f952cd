import { execFileSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, chromium } from "playwright";
import { preview } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chromiumFlags, findChromium } from "../../.ci/chromium.mjs";
import { cli } from "./command.ts";

let browser: BrowserContext;
let folder: string;
let digest: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "builds-"));
  // In a process of its own: under vitest NODE_ENV is "test" and Vite would build other bytes than `npm run build`.
  for (const mode of ["production", "single"]) {
    const words = ["build", "--mode", mode, "--outDir", join(folder, mode), "--logLevel", "error"];
    execFileSync(process.execPath, ["node_modules/vite/bin/vite.js", ...words], {
      env: { ...process.env, NODE_ENV: "production" },
    });
  }
  const out = join(folder, "out.json");
  expect((await cli(["run", "scenarios/wuxi-2021.json", "--json", out])).stderr).toContain('"done"');
  digest = (JSON.parse(await readFile(out, "utf8")) as { digest: string }).digest;
  browser = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: findChromium() ?? "",
    headless: true,
    args: chromiumFlags,
  });
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens the page and waits for the digest that the command line gave; returns all that the browser complained of. */
async function troublesAt(url: string): Promise<string[]> {
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "info") troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && host !== new URL(url).host) troubles.push(`request to ${request.url()}`);
  });
  await page.goto(`${url}#scenario=wuxi-2021&lang=zh`);
  await page.waitForFunction((wanted) => document.querySelector(`[data-digest="${wanted}"]`) !== null, digest, {
    timeout: 50_000,
  });
  await page.close();
  return troubles;
}

test("the hosted page under its content security policy gives the digest of the command line", async () => {
  const server = await preview({
    build: { outDir: join(folder, "production") },
    preview: { port: 0, host: "127.0.0.1" },
    logLevel: "error",
  });
  try {
    const address = server.httpServer.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const url = `http://127.0.0.1:${address.port}/`;
    expect((await fetch(url)).headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await troublesAt(url)).toEqual([]);
  } finally {
    await server.close();
  }
});

test("the single file opened from a folder with Chinese and blanks in its name gives the same digest", async () => {
  const place = join(folder, "工伤 基金");
  await mkdir(place);
  await copyFile(join(folder, "single", "index.html"), join(place, "推演台 1.html"));
  expect(await troublesAt(pathToFileURL(join(place, "推演台 1.html")).href)).toEqual([]);
});
