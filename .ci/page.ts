import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** The text of a content security policy. */
export function policy(rules: Record<string, string>): string {
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Puts the policy into the built page as its first meta element. */
export function contentPolicy(rules: Record<string, string>): Plugin {
  return {
    name: "content-policy",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html) => withPolicy(html, policy(rules)),
    },
  };
}

/** For the single file: hashes of what stands inline take the place of 'self'. */
export function inlineContentPolicy(rules: Record<string, string>): Plugin {
  return {
    name: "inline-content-policy",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== "asset" || !file.fileName.endsWith(".html")) continue;
          const html = String(file.source);
          const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) =>
            hashOf(match[1] ?? ""),
          );
          const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((match) => hashOf(match[1] ?? ""));
          file.source = withPolicy(
            html,
            policy({
              ...rules,
              "script-src": [...scripts, rules["script-src"]].join(" ").trim(),
              "style-src": [...styles, rules["style-src"]].join(" ").trim(),
            }),
          );
        }
      },
    },
  };
}

function withPolicy(html: string, text: string): string {
  return html.replace(/<head>/, () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${text}" />`);
}
