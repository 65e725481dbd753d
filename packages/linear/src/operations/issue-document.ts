import { pages } from '../issue/issue-snapshot.ts';

const user = 'id name app';
const bot = 'id type subType name';

/**
 * All that the gate judges an issue by, in one read. Comments are narrowed to our own and to commands, so that a long
 * discussion cannot push them off the page; a bot's commands and its own comment are all it acts on.
 */
export const issueFields = /* GraphQL */ `
  fragment IssueSnapshot on Issue {
    id identifier title description url priority createdAt updatedAt startedAt archivedAt trashed dueDate
    state { id name type }
    team { id key name }
    creator { ${user} }
    botActor { ${bot} }
    assignee { ${user} }
    parent { id identifier }
    project { id name }
    projectMilestone { id name }
    cycle { id number startsAt endsAt }
    labels(first: ${pages.labels}) { nodes { id name } }
    attachments(first: ${pages.attachments}) {
      nodes { id title subtitle url sourceType metadata updatedAt }
    }
    documents(first: ${pages.documents}) {
      nodes { id title content url updatedAt archivedAt trashed creator { ${user} } updatedBy { ${user} } }
    }
    comments(
      first: ${pages.comments}
      filter: { or: [{ user: { isMe: { eq: true } } }, { body: { startsWith: "/" } }] }
    ) {
      nodes { id body createdAt updatedAt editedAt parentId user { ${user} } botActor { ${bot} } }
    }
    history(first: ${pages.history}) {
      nodes {
        id createdAt fromStateId toStateId updatedDescription addedLabelIds removedLabelIds
        actor { ${user} }
        botActor { ${bot} }
      }
    }
  }
`;
