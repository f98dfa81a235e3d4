/**
 * Compiles lib/pipeline/retrieval/kernel/scan.ts (AssemblyScript) in four builds, baseline or relaxed SIMD for a
 * memory of one worker or a shared one, and writes them as base64 into lib/pipeline/retrieval/scan-kernel-binary.ts,
 * so that worker, tests and bench load them without a request.
 * Run: node --import tsx lib/cli/build-scan-kernel.ts
 */
import { readFile, writeFile } from "node:fs/promises";

const SOURCE = "lib/pipeline/retrieval/kernel/scan.ts";
const TARGET = "lib/pipeline/retrieval/scan-kernel-binary.ts";
const BINARY = ".data/scan-kernel.wasm";
const OPTIONS = [
  "--importMemory",
  "--noExportMemory",
  "--runtime",
  "stub",
  "--enable",
  "simd",
  "-O3",
  "--noAssert",
  "--converge",
];
const RELAXED = ["--enable", "relaxed-simd"];
const SHARED = ["--enable", "threads", "--sharedMemory", "--maximumMemory", "65536"];
const BUILDS = [
  { name: "baseline", options: [] },
  { name: "baselineShared", options: SHARED },
  { name: "relaxed", options: RELAXED },
  { name: "relaxedShared", options: [...RELAXED, ...SHARED] },
] as const;

async function main() {
  const { default: compiler } = await import("assemblyscript/asc");
  const lines = [
    "/** Generated from kernel/*.ts by lib/cli/build-scan-kernel.ts: WebAssembly with 128-bit SIMD, as base64. */",
    "export const SCAN_KERNEL_BUILDS = {",
  ];
  for (const { name, options } of BUILDS) {
    const { error, stderr } = await compiler.main([SOURCE, "--outFile", BINARY, ...OPTIONS, ...options]);
    if (error) throw new Error(stderr.toString() || error.message);
    const bytes = await readFile(BINARY);
    lines.push(`  ${name}:\n    "${bytes.toString("base64")}",`);
    console.log(`${name}: ${bytes.length} bytes of WebAssembly`);
  }
  await writeFile(TARGET, [...lines, "};", ""].join("\n"));
}

await main();
