import { formatCount, formatMilliseconds } from "@/components/lab/format";
import { SOURCE_LABELS } from "@/components/lab/video/words";
import type { Recommendation } from "@/lib/pipeline/video/trace";

/** How the index was searched, and which source took longest. */
export function describeRetrieval({ sources, search, catalogueSize }: Recommendation): string {
  const asked = sources.filter(({ returned }) => returned > 0);
  const slowest = asked.toSorted((a, b) => b.milliseconds - a.milliseconds)[0];
  const searched =
    search.scanned === 0
      ? "No index was searched."
      : search.kind === "exact"
        ? `The exact scan compared all ${formatCount(search.scanned)} vectors with the viewer’s.`
        : `${formatCount(search.probes)} of ${formatCount(search.lists)} lists were searched: ${formatCount(search.scanned)} of ${formatCount(catalogueSize)} vectors.`;
  const time = slowest
    ? ` ${SOURCE_LABELS[slowest.source]} took longest, ${formatMilliseconds(slowest.milliseconds)}.`
    : "";
  return searched + time;
}
