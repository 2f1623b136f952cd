// Builds the command line when its sources are newer than the build, then runs it in this process.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

await import("./ensure.mjs");
const root = fileURLToPath(new URL("..", import.meta.url));
const built = new URL("../dist-cli/main.js", import.meta.url);

if (newest(["src", "workers", ".ci", "vite.config.ts", "package-lock.json"]) > timeOf(fileURLToPath(built))) build();
await import(built.href);

/** Builds aside and moves the files in one by one, main.js last, so that two calls at a time do not disturb each other. */
function build() {
  const aside = `node_modules/.cli-${process.pid}`;
  const words = ["build", "--mode", "cli", "--logLevel", "warn", "--outDir", aside];
  try {
    execFileSync(process.execPath, ["node_modules/vite/bin/vite.js", ...words], {
      cwd: root,
      stdio: ["ignore", 2, 2],
      env: { ...process.env, NODE_ENV: "production" },
    });
  } catch {
    // Vite has said why.
    process.exit(1);
  }
  const files = readdirSync(root + aside, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(`${root}${aside}/${name}`).isFile(),
  );
  for (const name of files.toSorted((a, b) => Number(a === "main.js") - Number(b === "main.js"))) {
    mkdirSync(dirname(`${root}dist-cli/${name}`), { recursive: true });
    renameSync(`${root}${aside}/${name}`, `${root}dist-cli/${name}`);
  }
  rmSync(root + aside, { recursive: true });
}

function newest(names) {
  return Math.max(
    ...names.flatMap((name) => {
      const isFolder = statSync(root + name).isDirectory();
      const inside = isFolder
        ? readdirSync(root + name, { recursive: true, encoding: "utf8" }).map((inner) => `${name}/${inner}`)
        : [];
      return [name, ...inside].map((path) => timeOf(root + path));
    }),
  );
}
function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
