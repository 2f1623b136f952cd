// npm start: builds the page, serves it on this machine only and opens it in the browser if there is one.
import { execFileSync, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

await import("./ensure.mjs");
const root = fileURLToPath(new URL("..", import.meta.url));
try {
  execFileSync(process.execPath, ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
} catch {
  // Vite has said why.
  process.exit(1);
}

const { preview } = await import("vite");
// With strictPort off Vite takes the next free port when this one is taken.
const server = await preview({
  root,
  preview: { host: "127.0.0.1", port: Number(process.env["PORT"]) || 4173, strictPort: false },
  logLevel: "warn",
});
const { port } = server.httpServer.address();
const address = `http://127.0.0.1:${port}/`;
process.stdout.write(`\n  ${address}\n\n  Ctrl-C stops it.\n`);
if (process.env["BROWSER"] !== "none") open(address);

function open(url) {
  const [command, ...words] =
    process.platform === "win32"
      ? ["cmd", "/c", "start", "", url]
      : [process.platform === "darwin" ? "open" : "xdg-open", url];
  const hasScreen = process.platform !== "linux" || process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"];
  if (!hasScreen) return;
  const child = spawn(command, words, { stdio: "ignore", detached: true });
  // Without a browser the address above is enough.
  child.on("error", () => {});
  child.unref();
}
