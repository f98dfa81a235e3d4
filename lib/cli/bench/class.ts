/**
 * bench class: a class of that many students who have handed in, in a database that is thrown away afterwards, and how
 * long its screens take to load. Gradebook and CSV are medians of five.
 */
import { setLogLevel } from "@/lib/log";
import { parseOptions } from "./arguments";

export async function benchClass(argv: readonly string[]): Promise<Record<string, unknown>> {
  const options = parseOptions(argv, {
    students: { kind: "integer", fallback: "2500", minimum: 1, maximum: 20_000 },
  });
  const students = Number(options.students);
  const say = (text: string) => console.error(`class: ${text}`);
  // Standard output is for the result.
  setLogLevel("error");
  const { withThrowAwayDatabase } = await import("./class/throw-away-database");
  return withThrowAwayDatabase(async () => {
    const { seedClass } = await import("./class/seed-class");
    const { measureClass } = await import("./class/measure");
    const { countRows } = await import("./class/count-rows");
    const start = performance.now();
    const seeded = await seedClass(students, say);
    const seedSeconds = Math.round((performance.now() - start) / 100) / 10;
    const counted = await countRows(seeded.assignmentId);
    return { students, ...counted, seedSeconds, ...(await measureClass(seeded, say)) };
  });
}
