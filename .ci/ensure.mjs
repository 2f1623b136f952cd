// Run first by every script, on plain Node: installs the packages, and a Chromium when called with "browser".
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findChromium } from "./chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) fail(`Node 20.19 or newer is needed, this is ${process.version}`);

if (!installed()) {
  say("installing packages (npm ci)");
  const words = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  if (!succeeds("npm", words)) fail(`npm ${words.join(" ")} failed; is the network there?`);
}

if (process.argv.includes("browser") && findChromium() === undefined) {
  const isRoot = process.platform === "linux" && process.getuid?.() === 0;
  const found = (isRoot && existsSync("/usr/bin/apt-get") && byApt()) || byPlaywright();
  if (!found) {
    const advice = "no Chromium found and none could be installed: install one or set CHROMIUM=/path/to/it";
    if (process.env["CI"]) fail(advice);
    say(`${advice}; tests in a browser are left out`);
  }
}

function byApt() {
  say("installing Chromium (apt-get)");
  return (
    succeeds("apt-get", ["update", "-qq"]) &&
    succeeds("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"]) &&
    findChromium() !== undefined
  );
}
function byPlaywright() {
  say("installing Chromium (playwright)");
  return (
    succeeds(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"]) &&
    findChromium() !== undefined
  );
}
/** Whether node_modules holds what the lock file asks for (npm writes its own record there when it has finished). */
function installed() {
  try {
    const wanted = packagesIn("package-lock.json");
    const present = packagesIn("node_modules/.package-lock.json");
    return Object.entries(wanted).every(
      ([path, { optional, version, integrity }]) =>
        path === "" || optional || (present[path]?.version === version && present[path].integrity === integrity),
    );
  } catch {
    return false;
  }
}
function packagesIn(file) {
  return JSON.parse(readFileSync(root + file, "utf8")).packages;
}
function succeeds(command, words) {
  try {
    // Everything to stderr: stdout belongs to the command that called us.
    execFileSync(command, words, {
      cwd: root,
      stdio: ["ignore", 2, 2],
      shell: process.platform === "win32",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    return true;
  } catch {
    return false;
  }
}
function say(text) {
  process.stderr.write(`${text}\n`);
}
function fail(text) {
  say(text);
  process.exit(1);
}
