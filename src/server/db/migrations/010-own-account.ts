/**
 * What people see and change of their own account: where they are signed in, and what they have beside the password.
 * A sign-in that lacks its second step is no session; it has a table of its own, so that nothing can take it for one.
 */
export const ownAccount = /* sql */ `
alter table sessions add browser text;
alter table sessions add system text;
alter table sessions add address text;
-- When the person last proved who they are within the session; null means at its start.
alter table sessions add confirmed_at timestamptz;

create table second_factors (
  id text primary key,
  staff_uuid text not null references staff on delete cascade,
  kind text not null check (kind in ('app', 'passkey')),
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  -- Of an authenticator app: its secret, encrypted, and the time step of the last code that was taken.
  secret bytea,
  last_step bigint,
  -- Of a passkey.
  credential_id text unique,
  public_key bytea,
  counter bigint,
  transports text[],
  check (case kind when 'app' then secret is not null
    else credential_id is not null and public_key is not null and counter is not null end)
);
create index on second_factors (staff_uuid);

create table recovery_codes (
  staff_uuid text not null references staff on delete cascade,
  code_hash bytea not null,
  primary key (staff_uuid, code_hash)
);

-- One factor at a time that a person is setting up and has not proved to have yet.
create table factor_set_ups (
  staff_uuid text primary key references staff on delete cascade,
  kind text not null check (kind in ('app', 'passkey')),
  secret bytea,
  challenge text,
  created_at timestamptz not null
);

-- A sign-in of which the second step is to come: without a person while a passkey is to say who it is.
create table sign_in_steps (
  token_hash bytea primary key,
  staff_uuid text references staff on delete cascade,
  kind text not null check (kind in ('factor', 'set-up', 'passkey')),
  challenge text,
  created_at timestamptz not null
);
create index on sign_in_steps (staff_uuid);
`
