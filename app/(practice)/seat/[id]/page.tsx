import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { SeatWorkspace } from "@/components/seat/seat-workspace";
import { SheetOutcome } from "@/components/seat/sheet-outcome";
import { currentViewer } from "@/lib/auth/viewer";
import { loadSeat } from "@/lib/data/seat/load-seat";
import { AppError } from "@/lib/errors";
import { occupySeatAction, readSeatNewsAction, saveMarkAction, speakAction } from "./actions";

export const metadata: Metadata = { title: "Interviewer's seat", robots: { index: false } };

const actions = {
  news: readSeatNewsAction,
  speak: speakAction,
  saveMark: saveMarkAction,
  occupy: occupySeatAction,
};

export default async function SeatPage({ params }: PageProps<"/seat/[id]">) {
  const { id } = await params;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?next=/seat/${encodeURIComponent(id)}`);
  const view = await loadSeat(viewer, id, new Date()).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  });
  if (view.phase === "submitted")
    return <SheetOutcome caseTitle={view.caseTitle} comparison={view.comparison} />;
  return <SeatWorkspace seat={view.seat} actions={actions} />;
}
