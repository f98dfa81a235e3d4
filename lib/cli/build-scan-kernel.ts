/**
 * Compiles lib/pipeline/retrieval/kernel/scan.ts (AssemblyScript) and writes the module as base64 into
 * lib/pipeline/retrieval/scan-kernel-binary.ts, so that worker, tests and bench load it without a request.
 * Run: node --import tsx lib/cli/build-scan-kernel.ts
 */
import { readFile, writeFile } from "node:fs/promises";

const SOURCE = "lib/pipeline/retrieval/kernel/scan.ts";
const TARGET = "lib/pipeline/retrieval/scan-kernel-binary.ts";
const BINARY = ".data/scan-kernel.wasm";
const OPTIONS = [
  "--importMemory",
  "--runtime",
  "stub",
  "--enable",
  "simd",
  "-O3",
  "--noAssert",
  "--converge",
];

async function main() {
  const { default: compiler } = await import("assemblyscript/asc");
  const { error, stderr } = await compiler.main([SOURCE, "--outFile", BINARY, ...OPTIONS]);
  if (error) {
    console.error(stderr.toString() || error.message);
    process.exitCode = 1;
    return;
  }
  const bytes = await readFile(BINARY);
  const lines = [
    "/** Generated from kernel/scan.ts by lib/cli/build-scan-kernel.ts. WebAssembly with 128-bit SIMD, as base64. */",
    `export const SCAN_KERNEL_BASE64 =\n  "${bytes.toString("base64")}";`,
    "",
  ];
  await writeFile(TARGET, lines.join("\n"));
  console.log(`${TARGET}: ${bytes.length} bytes of WebAssembly`);
}

await main();
