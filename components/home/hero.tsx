import { FunnelFigure } from "@/components/lab/video/funnel-figure";
import { START_INTERVIEW_PATH } from "@/components/layout/navigation";
import { LinkButton } from "@/components/ui/link-button";

/** What this is, in a sentence; two ways in; the funnel itself as the picture. */
export function Hero() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <div className="pt-2 lg:pt-10">
        <h1 className="font-serif text-4xl leading-[1.1] font-semibold tracking-tight text-balance sm:text-5xl">
          The ML design interview you can run
        </h1>
        <p className="mt-5 max-w-xl text-lg text-pretty text-ink-2">
          Talk a recommender through with an interviewer that pushes back. Read the words behind every point
          of your score, then open your choices in the lab, where the pipeline runs in your browser.
        </p>
        <div className="mt-7 flex flex-wrap items-center gap-3">
          <LinkButton href={START_INTERVIEW_PATH} variant="primary" size="large">
            Start a mock interview
          </LinkButton>
          <LinkButton href="/lab/video" size="large">
            Open the lab
          </LinkButton>
        </div>
        <p className="mt-4 text-sm text-ink-2">
          No account, no key. 30, 45 or 60 minutes; what you write is kept.
        </p>
      </div>
      <FunnelFigure />
    </div>
  );
}
