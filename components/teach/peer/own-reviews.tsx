import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import type { OwnPeerReviews, OwnReview } from "@/lib/data/peer-review/own-reviews";
import { biasWords, distanceWords } from "./words";

type Ids = { classId: string; assignmentId: string };

const nameOf = (review: OwnReview, number: number) =>
  review.isCalibration ? "Calibration answer" : `Fellow's answer ${number}`;

function ReviewLine({
  ids,
  review,
  number,
  isLocked,
}: {
  ids: Ids;
  review: OwnReview;
  number: number;
  isLocked: boolean;
}) {
  const name = nameOf(review, number);
  const { submittedAtMs, calibration } = review;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line py-3 last:border-0">
      {isLocked ? (
        <span className="text-ink-2">{name}</span>
      ) : (
        <Link
          href={`/classes/${ids.classId}/assignments/${ids.assignmentId}/peer/${review.id}`}
          className="text-accent underline underline-offset-2"
        >
          {name}
        </Link>
      )}
      <span className="text-sm text-ink-2">
        {calibration && `${distanceWords(calibration.error)}, ${biasWords(calibration.bias)} · `}
        {isLocked ? (
          "after the calibration answer"
        ) : (
          <Badge tone={submittedAtMs === null ? "neutral" : "good"}>
            {submittedAtMs === null ? "to do" : "done"}
          </Badge>
        )}
      </span>
    </li>
  );
}

/** What the student has to review, the calibration answer first. */
export function OwnReviews({ ids, own }: { ids: Ids; own: OwnPeerReviews }) {
  const { reviews } = own;
  const isWaiting = reviews.some(
    ({ isCalibration, submittedAtMs }) => isCalibration && submittedAtMs === null,
  );
  const calibrations = reviews.filter(({ isCalibration }) => isCalibration).length;
  return (
    <section aria-labelledby="to-review">
      <h2 id="to-review" className="mb-2 text-lg font-semibold">
        Answers to review
      </h2>
      {reviews.length === 0 ? (
        <EmptyState title="Nothing to review">
          {own.isOver
            ? "You had no fellow's answer to review."
            : "Reviews are given out by your instructor when the assignment has closed, among those who submitted."}
        </EmptyState>
      ) : (
        <ul>
          {reviews.map((review, index) => (
            <ReviewLine
              key={review.id}
              {...{ ids, review }}
              number={index + 1 - calibrations}
              isLocked={isWaiting && !review.isCalibration}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
