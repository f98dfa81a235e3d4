/** Ids that are the same with the same seed: the layout of a version 4 uuid (RFC 9562) over seeded bits. */
import type { Random } from "@/lib/random";

export function seededUuid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => random.integer(16).toString(16));
  hex[12] = "4";
  hex[16] = (8 + random.integer(4)).toString(16);
  const text = hex.join("");
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    "-",
  );
}
