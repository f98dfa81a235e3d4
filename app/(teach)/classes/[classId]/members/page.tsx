import type { Metadata } from "next";
import * as z from "zod";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { ExpectedTable } from "@/components/teach/class/expected-table";
import { MemberTable } from "@/components/teach/class/member-table";
import { PagesOf } from "@/components/teach/class/pages-of";
import { PeopleFilter } from "@/components/teach/class/people-filter";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { STAFF } from "@/lib/classroom/roles";
import { listMembers, PEOPLE_PER_PAGE, PEOPLE_SHOWN, type PeopleShown } from "@/lib/data/class/list-members";
import { orNotFound, pageMember } from "../page-member";
import { changeRoleAction, dropRosterEntryAction, letInAgainAction, removeMemberAction } from "./actions";

export const metadata: Metadata = { title: "Members", robots: { index: false } };

const memberActions = { changeRole: changeRoleAction, remove: removeMemberAction, letIn: letInAgainAction };

const querySchema = z.object({
  shown: z.enum(PEOPLE_SHOWN).catch("members"),
  q: z.string().trim().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});

const NOBODY: Record<PeopleShown, string> = {
  members: "Nobody is found with that name or address",
  expected: "Everybody on the roster has joined",
  out: "Nobody was removed or has left",
};

export default async function MembersPage({ params, searchParams }: PageProps<"/classes/[classId]/members">) {
  const { viewer, member } = await pageMember((await params).classId, STAFF);
  const { shown, q, page } = querySchema.parse(await searchParams);
  const { classId, timeZone, role, isArchived } = member;
  const query = { shown, search: q, page: page - 1 };
  const people = await orNotFound(listMembers(viewer, classId, query));
  const path = `/classes/${classId}/members`;
  const mayChange = role === "instructor" && !isArchived;
  const isEmpty = people.members.length + people.expected.length === 0;
  return (
    <PageShell>
      <PageHeader
        title="Members"
        actions={mayChange && <LinkButton href={`${path}/import`}>Import a roster</LinkButton>}
      />
      <div className="grid gap-5">
        <PeopleFilter path={path} query={query} counts={people.counts} />
        {isEmpty && (
          <EmptyState title={q ? NOBODY.members : NOBODY[shown]}>
            {shown === "expected" &&
              !q &&
              "A roster says who is expected. It makes nobody a member: people join with the class code."}
          </EmptyState>
        )}
        {people.members.length > 0 && (
          <MemberTable
            {...{ classId, timeZone }}
            members={people.members}
            actions={mayChange ? memberActions : null}
          />
        )}
        {people.expected.length > 0 && (
          <ExpectedTable
            classId={classId}
            people={people.expected}
            drop={mayChange ? dropRosterEntryAction : null}
          />
        )}
        <PagesOf
          page={query.page}
          perPage={PEOPLE_PER_PAGE}
          found={people.found}
          hrefOf={(target) => `${path}?${new URLSearchParams({ shown, q, page: String(target + 1) })}`}
        />
      </div>
    </PageShell>
  );
}
