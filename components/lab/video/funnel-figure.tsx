import { FunnelFrame } from "@/components/lab/video/funnel-frame";
import { FunnelIsland } from "@/components/lab/video/funnel-island";
import { compactStart } from "@/components/lab/video/precomputed";

/** The live funnel, small, on pages that are about it. Drawn on the server; the models load on the first touch. */
export function FunnelFigure({ caption }: { caption?: string | undefined }) {
  return (
    <FunnelFrame caption={caption}>
      <FunnelIsland start={compactStart()} />
    </FunnelFrame>
  );
}
