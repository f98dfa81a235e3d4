/**
 * Reads the import graph of the project's own source with a regular expression over every form in which one
 * module can name another: import, export from, dynamic import(), bare import, new URL(..., import.meta.url).
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

export type Edge = { from: string; to: string; isTypeOnly: boolean };

const SOURCE_ROOTS = ["app", "components", "lib", "prisma"];
const EXTENSIONS = ["", ".ts", ".tsx", ".mjs", "/index.ts"];
const FORMS = [
  /\b(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?["']([^"']+)["']/g,
  /\bimport\s*\(\s*()(?:\/\*[\s\S]*?\*\/\s*)?["'`]([^"'`]+)["'`]/g,
  /\bnew\s+URL\s*\(\s*()["']([^"']+)["']\s*,\s*import\.meta\.url/g,
];

export function sourceFiles(root = process.cwd()): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return name === "lib/generated" ? [] : walk(name);
      return /\.(ts|tsx|mjs)$/.test(entry.name) ? [name] : [];
    });
  const rootFiles = readdirSync(root).filter((name) => /\.(ts|tsx)$/.test(name) && name !== "next-env.d.ts");
  return [...rootFiles, ...SOURCE_ROOTS.flatMap(walk)];
}

/** The module that `specifier` names: a project path, or the name of a package. */
export function resolveSpecifier(specifier: string, from: string, root = process.cwd()): string {
  let base: string;
  if (specifier.startsWith("@/")) base = specifier.slice(2);
  else if (specifier.startsWith(".")) base = path.posix.join(path.posix.dirname(from), specifier);
  else return specifier;
  for (const extension of EXTENSIONS) {
    const candidate = path.join(root, base + extension);
    if (existsSync(candidate) && statSync(candidate).isFile()) return base + extension;
  }
  return base;
}

export function edgesOf(file: string, source: string, root = process.cwd()): Edge[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, (comment) =>
    comment.includes("turbopackIgnore") ? "" : comment.replace(/["'`]/g, " "),
  );
  return FORMS.flatMap((form) =>
    [...code.matchAll(form)].map((match) => ({
      from: file,
      to: resolveSpecifier(match[2] as string, file, root),
      isTypeOnly:
        Boolean(match[1]) ||
        /^\s*(?:import|export)\s*\{\s*(?:type\s+[\w$]+(?:\s+as\s+[\w$]+)?\s*,?\s*)+\}\s*from/.test(match[0]),
    })),
  );
}

export function readGraph(root = process.cwd()): Edge[] {
  return sourceFiles(root).flatMap((file) =>
    edgesOf(file, readFileSync(path.join(root, file), "utf8"), root),
  );
}
