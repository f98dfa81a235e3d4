/** What each call does. */
import { AppError } from "@/lib/errors";
import type { Handlers } from "./dispatch";

export function createHandlers(): Handlers {
  const notYet = () => {
    throw new AppError("unavailable", "This part of the pipeline is being built.");
  };
  return {
    "create-world": notYet,
    "load-models": notYet,
    train: notYet,
    "list-users": notYet,
    "describe-user": notYet,
    "find-videos": notYet,
    recommend: notYet,
    metrics: notYet,
  };
}
