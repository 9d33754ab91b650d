/**
 * Since when somebody has access, so that nobody who has just been let in counts as unused; and which events of the audit
 * record are out of the ordinary, and why. The record itself stays as it is.
 */
export const watchedAccess = /* sql */ `
alter table staff add access_since timestamptz not null default now();

create table audit_marks (
  event_id bigint not null,
  rule text not null,
  at timestamptz not null,
  primary key (event_id, rule)
);
create index on audit_marks (at);
`
