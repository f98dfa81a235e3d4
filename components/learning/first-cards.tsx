import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

type Props = {
  /** What was asked for, when it was a part: the title of a deck. */
  part: string | null;
  hasOthers: boolean;
  hasDecks: boolean;
};

/** No cards yet: where the first ones come from. */
export function FirstCards({ part, hasOthers, hasDecks }: Props) {
  if (part && hasOthers) {
    return (
      <EmptyState
        title={`You have no cards of ${part} yet`}
        action={<LinkButton href="/review">Review the others</LinkButton>}
      >
        Add them below; a report adds those of the points that it found missing.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No cards yet"
      action={
        <div className="flex flex-wrap gap-2">
          <LinkButton href="/framework">Read a chapter</LinkButton>
          <LinkButton href="/interviews/new">Start a mock interview</LinkButton>
        </div>
      }
    >
      {hasDecks
        ? "Add the deck of a chapter or of a case below. After an interview, its report offers the cards of what you missed. No account is needed."
        : "Cards come with chapters and cases. After an interview, its report offers the cards of what you missed."}
    </EmptyState>
  );
}
