import { readFileSync } from "node:fs";
import { checkNumbers } from "@/lib/content/check/check-numbers";
import { inspectMdx } from "@/lib/content/check/inspect-mdx";
import { contentFiles } from "@/lib/content/load";
const files = contentFiles();
for (const f of process.argv.slice(2)) for (const file of [...files.keys()].filter((k) => k.startsWith(f) && k.endsWith(".mdx"))) {
  const i = await inspectMdx(file, files.get(file)!);
  for (const e of [...i.errors, ...checkNumbers(files, { inspections: new Map([[file, i]]), pages: new Map() })]) console.log(file.slice(10, 14) + ":" + e.line + " " + e.message.slice(0, 100));
}
