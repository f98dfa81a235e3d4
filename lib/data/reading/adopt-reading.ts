/** Hands a guest's reading to an account. Where both know the same thing, the account keeps its own and the further place. */
import "server-only";
import type { Transaction } from "@/lib/data/database";

export async function adoptReading(tx: Transaction, guestId: string, accountId: string): Promise<void> {
  await tx.$executeRaw`
    update "ReadingProgress" as mine set
      "anchor" = case when theirs."share" > mine."share" then theirs."anchor" else mine."anchor" end,
      "heading" = case when theirs."share" > mine."share" then theirs."heading" else mine."heading" end,
      "share" = greatest(mine."share", theirs."share"),
      "finishedAt" = coalesce(mine."finishedAt", theirs."finishedAt"),
      "updatedAt" = greatest(mine."updatedAt", theirs."updatedAt")
    from "ReadingProgress" as theirs
    where mine."ownerId" = ${accountId} and theirs."ownerId" = ${guestId} and theirs."path" = mine."path"`;
  await tx.$executeRaw`
    update "ReadingProgress" set "ownerId" = ${accountId} where "ownerId" = ${guestId}
      and not exists (select 1 from "ReadingProgress" as mine
        where mine."ownerId" = ${accountId} and mine."path" = "ReadingProgress"."path")`;
  await tx.$executeRaw`
    update "Bookmark" set "ownerId" = ${accountId} where "ownerId" = ${guestId}
      and not exists (select 1 from "Bookmark" as mine where mine."ownerId" = ${accountId}
        and mine."path" = "Bookmark"."path" and mine."anchor" = "Bookmark"."anchor")`;
  await tx.$executeRaw`
    update "Highlight" set "ownerId" = ${accountId} where "ownerId" = ${guestId}
      and not exists (select 1 from "Highlight" as mine
        where mine."ownerId" = ${accountId} and mine."id" = "Highlight"."id")`;
}
