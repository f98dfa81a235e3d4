import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { AnkiExport } from "@/components/learning/anki-export";
import { DeckList } from "@/components/learning/deck-list";
import { Finished } from "@/components/learning/finished";
import { FirstCards } from "@/components/learning/first-cards";
import { toReviewEntry } from "@/components/learning/review-entry";
import { ReviewSession } from "@/components/learning/review-session";
import { ReviewSettings } from "@/components/learning/review-settings";
import { LinkButton } from "@/components/ui/link-button";
import { currentViewer } from "@/lib/auth/viewer";
import { loadQueue, type ReviewQueue } from "@/lib/data/learning/load-queue";
import { readDecks } from "@/lib/data/learning/read-decks";
import { AppError } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";
import {
  addDeckAction,
  answerQuestionAction,
  gradeItemAction,
  saveLearningSettingsAction,
  setAsideAction,
  undoGradeAction,
} from "./actions";
import { queryOf, type ReviewFilter, readFilter } from "./filter";

export const metadata: Metadata = { title: "Review", robots: { index: false } };

const ACTIONS = {
  grade: gradeItemAction,
  undo: undoGradeAction,
  answer: answerQuestionAction,
  setAside: setAsideAction,
};

async function queueOf(viewer: Viewer, filter: ReviewFilter, now: Date): Promise<ReviewQueue> {
  return loadQueue(viewer, filter, now).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  });
}

function Today({ queue, filter, part }: { queue: ReviewQueue; filter: ReviewFilter; part: string | null }) {
  if (queue.entries.length > 0) {
    const entries = queue.entries.map(toReviewEntry);
    // Another filter is another session.
    return (
      <ReviewSession key={queryOf(filter)} entries={entries} waiting={queue.waiting} actions={ACTIONS} />
    );
  }
  const extraNew = (filter.extraNew ?? 0) + 10;
  return <Finished {...queue} part={part} moreHref={`/review?${queryOf({ ...filter, extraNew })}`} />;
}

export default async function ReviewPage({ searchParams }: PageProps<"/review">) {
  const filter = readFilter(await searchParams);
  const viewer = await currentViewer();
  const now = new Date();
  const queue = viewer && (await queueOf(viewer, filter, now));
  const decks = await readDecks(viewer, now);
  const owned = decks.reduce((sum, deck) => sum + deck.owned, 0);
  const deckTitle = decks.find(({ id }) => id === filter.deck)?.title ?? null;
  const part = filter.interviewId ? "what you missed" : deckTitle;
  return (
    <PageShell width="medium" className="pb-16">
      <PageHeader
        title="Review"
        lead={part ? `Only ${part}.` : "Cards come back just before you would forget them."}
        actions={part && <LinkButton href="/review">Review everything</LinkButton>}
      />
      <div className="grid gap-14">
        {queue && queue.owned > 0 ? (
          <div className="max-w-2xl">
            <Today queue={queue} filter={filter} part={part} />
          </div>
        ) : (
          <FirstCards part={part} hasOthers={owned > 0} hasDecks={decks.length > 0} />
        )}
        <section aria-labelledby="decks" className="grid gap-4">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 id="decks" className="text-lg font-semibold">
              Decks
            </h2>
            {queue && queue.owned > 0 && (
              <ReviewSettings {...queue.settings} save={saveLearningSettingsAction} />
            )}
          </div>
          <DeckList rows={decks} addDeck={addDeckAction} />
        </section>
        <AnkiExport
          links={[
            ...(owned > 0 ? [{ href: "/api/cards.csv?mine=1", label: "Your cards (CSV)" }] : []),
            { href: "/api/cards.csv", label: "All cards (CSV)" },
            ...(owned > 0 ? [{ href: "/api/export/learning", label: "All your reviews (JSON)" }] : []),
          ]}
        />
      </div>
    </PageShell>
  );
}
