/** What a person chose to keep, by name. Values are checked where they are read, so that names may come and go. */
export const preferences = `
create table preferences (
  user_uuid text not null references staff on delete cascade,
  name text not null,
  value jsonb not null,
  updated_at timestamptz not null,
  primary key (user_uuid, name)
);
`
