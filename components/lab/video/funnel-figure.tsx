import { FunnelIsland } from "@/components/lab/video/lazy-funnel-island";
import { compactStart } from "@/components/lab/video/precomputed";

/** The live funnel, small: for the home page, a case or a chapter. Drawn on the server; the models load on the first touch. */
export function FunnelFigure({ caption }: { caption?: string | undefined }) {
  return (
    <figure className="not-prose min-w-0 rounded-xl border border-line bg-raised p-4 font-sans sm:p-5">
      <FunnelIsland start={compactStart()} />
      {caption && (
        <figcaption className="mt-4 border-t border-line pt-3 text-sm text-ink-2">{caption}</figcaption>
      )}
    </figure>
  );
}
