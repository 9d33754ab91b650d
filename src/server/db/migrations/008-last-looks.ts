/**
 * What a person saw of a customer when they last looked, to tell what is new: keyed hashes only, no values. `base` is what
 * it was at the end of the visit before, `latest` what it is in this one; `scope` stands for the dealers and the kinds of
 * orders that were asked for.
 */
export const lastLooks = `
create table last_looks (
  staff_uuid text not null references staff on delete cascade,
  customer_uuid text not null,
  scope bytea not null,
  key bytea not null,
  base_at timestamptz,
  base jsonb,
  latest_at timestamptz not null,
  latest jsonb not null,
  primary key (staff_uuid, customer_uuid, scope)
);
create index on last_looks (customer_uuid);
create index on last_looks (latest_at);
`
